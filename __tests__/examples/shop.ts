import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient, type ScalarAttributeType } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { parse } from "yaml";
import { newAccount } from "../support/account";

interface Keys {
  readonly hash_key: string;
  readonly range_key?: string;
}
interface Table extends Keys {
  readonly attributes: Readonly<Record<string, ScalarAttributeType>>;
  readonly global_secondary_indexes?: Readonly<Record<string, Keys>>;
}

/** The tables of the example, with keys and indexes as its spec has them, in an account of their own. */
export interface Shop {
  /** What the example's functions have in their environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly documents: DynamoDBDocumentClient;
}

export async function openShop(): Promise<Shop> {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
  const account = newAccount();
  const dynamodb = new DynamoDBClient({
    endpoint: account.env.AWS_ENDPOINT_URL as string,
    region: "us-east-1",
    credentials: { accessKeyId: account.env.AWS_ACCESS_KEY_ID as string, secretAccessKey: "test" },
  });
  const file = join(__dirname, "../../examples/serverless-api/groundplan.yaml");
  const { services } = parse(readFileSync(file, "utf8"));
  await Promise.all([
    dynamodb.send(creation("users", services.users.table)),
    dynamodb.send(creation("orders", services.orders.table)),
    dynamodb.send(creation("audit", services.orders.audit)),
  ]);
  const env = {
    ...account.env,
    USERS_TABLE_NAME: "users",
    CUSTOMERS_TABLE: "users",
    ORDERS_TABLE_NAME: "orders",
    ORDERS_AUDIT_NAME: "audit",
  };
  return { env, documents: DynamoDBDocumentClient.from(dynamodb) };
}

function creation(TableName: string, table: Table): CreateTableCommand {
  const indexes = Object.entries(table.global_secondary_indexes ?? {}).map(([IndexName, keys]) => ({
    IndexName,
    KeySchema: keySchema(keys),
    Projection: { ProjectionType: "ALL" as const },
  }));
  return new CreateTableCommand({
    TableName,
    BillingMode: "PAY_PER_REQUEST",
    KeySchema: keySchema(table),
    AttributeDefinitions: Object.entries(table.attributes).map(([AttributeName, AttributeType]) => ({
      AttributeName,
      AttributeType,
    })),
    ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
  });
}

const keySchema = ({ hash_key, range_key }: Keys) => [
  { AttributeName: hash_key, KeyType: "HASH" as const },
  ...(range_key === undefined ? [] : [{ AttributeName: range_key, KeyType: "RANGE" as const }]),
];
