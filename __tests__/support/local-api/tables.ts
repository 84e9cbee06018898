import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  type KeySchemaElement,
  type Projection,
} from "@aws-sdk/client-dynamodb";
import type { Output } from "../../../lib/schema";
import { withDefaults } from "../../../lib/schema/defaults";
import { type Component, filledIn, type Project, type Values } from "../../../lib/spec";
import { inputs } from "../../../modules/dynamodb/inputs";
import type { Account } from "../account";
import type { Outputs } from "./outputs";

type Inputs = Output<typeof inputs>;

/** DynamoDB in an account of the emulator. */
export function dynamodbOf({ env }: Account): DynamoDBClient {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
  return new DynamoDBClient({
    endpoint: env.AWS_ENDPOINT_URL as string,
    region: env.AWS_REGION as string,
    credentials: {
      accessKeyId: env.AWS_ACCESS_KEY_ID as string,
      secretAccessKey: env.AWS_SECRET_ACCESS_KEY as string,
    },
  });
}

/** Creates the tables that a project has in an environment, by their AWS names. @returns their outputs. */
export async function createTables(project: Project, environment: string, dynamodb: DynamoDBClient): Promise<Outputs> {
  const tables = [...project.components.values()].filter(
    ({ module, environments }) => module.name === "dynamodb" && environments.includes(environment),
  );
  const created = tables.map(async (table) => {
    const name = nameOf(table, project, environment);
    return [table.address, await createTable(dynamodb, name, table.values[environment] as Values)] as const;
  });
  return new Map(await Promise.all(created));
}

function nameOf({ address, awsName }: Component, project: Project, environment: string): string {
  const found = project.environments.find(({ name }) => name === environment);
  const name = found && filledIn(awsName, project.name, found);
  if (name === undefined) throw new Error(`the AWS name of ${address} is not known here`);
  return name;
}

/** Creates a table with keys, indexes and stream as a spec has them. @returns its outputs. */
export async function createTable(
  dynamodb: DynamoDBClient,
  name: string,
  values: Values,
): Promise<Readonly<Record<string, string>>> {
  const { TableDescription } = await dynamodb.send(new CreateTableCommand(tableOf(name, withDefaults(inputs, values))));
  const { TableArn, LatestStreamArn, LatestStreamLabel } = TableDescription ?? {};
  return {
    dynamodb_table_name: name,
    dynamodb_table_arn: TableArn as string,
    ...(LatestStreamArn !== undefined && { dynamodb_table_stream_arn: LatestStreamArn }),
    ...(LatestStreamLabel !== undefined && { dynamodb_table_stream_label: LatestStreamLabel }),
  };
}

function tableOf(TableName: string, table: Inputs): CreateTableCommandInput {
  const globals = Object.entries(table.global_secondary_indexes).map(([IndexName, index]) => ({
    IndexName,
    KeySchema: keySchema(index),
    Projection: projection(index),
  }));
  const locals = Object.entries(table.local_secondary_indexes).map(([IndexName, index]) => ({
    IndexName,
    KeySchema: keySchema({ hash_key: table.hash_key, range_key: index.range_key }),
    Projection: projection(index),
  }));
  return {
    TableName,
    BillingMode: "PAY_PER_REQUEST",
    KeySchema: keySchema(table),
    AttributeDefinitions: Object.entries(table.attributes).map(([AttributeName, AttributeType]) => ({
      AttributeName,
      AttributeType,
    })),
    ...(globals.length > 0 && { GlobalSecondaryIndexes: globals }),
    ...(locals.length > 0 && { LocalSecondaryIndexes: locals }),
    ...(table.stream_view_type && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: table.stream_view_type },
    }),
  };
}

interface Keys {
  readonly hash_key: string;
  readonly range_key?: string | undefined;
}

const keySchema = ({ hash_key, range_key }: Keys): KeySchemaElement[] => [
  { AttributeName: hash_key, KeyType: "HASH" },
  ...(range_key === undefined ? [] : [{ AttributeName: range_key, KeyType: "RANGE" as const }]),
];

type Projected = Pick<Inputs["global_secondary_indexes"][string], "projection_type" | "non_key_attributes">;

const projection = ({ projection_type, non_key_attributes }: Projected): Projection => ({
  ProjectionType: projection_type,
  ...(non_key_attributes && { NonKeyAttributes: [...non_key_attributes] }),
});
