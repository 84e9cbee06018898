import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Values } from "../../lib/spec";
import { newAccount } from "../support/account";
import { createTable, dynamodbOf } from "../support/local-api/tables";
import { loadFrom } from "./project";

/** The tables of the example, with keys and indexes as its spec has them, in an account of their own. */
export interface Shop {
  /** What the example's functions have in their environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly documents: DynamoDBDocumentClient;
}

export async function openShop(): Promise<Shop> {
  const account = newAccount();
  const dynamodb = dynamodbOf(account);
  const { components } = loadFrom();
  const create = (name: string, address: string) =>
    createTable(dynamodb, name, components.get(address)?.values.prod as Values);
  await Promise.all([
    create("users", "users.table"),
    create("orders", "orders.table"),
    create("audit", "orders.audit"),
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
