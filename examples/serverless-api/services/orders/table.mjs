import { ConditionalCheckFailedException, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { nextOf } from "./http.mjs";

const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.ORDERS_TABLE_NAME;

/** `created`, or the order that has this id already as `existing`. */
export async function create(order) {
  const Item = { ...order, status: "placed", created_at: new Date().toISOString() };
  const put = new PutCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(order_id)" });
  const stored = await unlessRefused(dynamodb.send(put));
  return stored ? { created: Item } : { existing: await get(order.order_id) };
}

export async function get(order_id) {
  return (await dynamodb.send(new GetCommand({ TableName, Key: { order_id }, ConsistentRead: true }))).Item;
}

/** A customer's orders, the newest first. */
export async function listOf(customer_id, page) {
  const query = new QueryCommand({
    TableName,
    IndexName: "by-customer",
    KeyConditionExpression: "customer_id = :customer_id",
    ExpressionAttributeValues: { ":customer_id": customer_id },
    ScanIndexForward: false,
    ...page,
  });
  const found = await dynamodb.send(query);
  return { orders: found.Items, next: nextOf(found) };
}

/** `cancelled`, if the order was placed and nothing more; otherwise the `current` one, if there is one. */
export async function cancel(order_id) {
  const update = new UpdateCommand({
    TableName,
    Key: { order_id },
    ConditionExpression: "#status = :placed",
    UpdateExpression: "SET #status = :cancelled, cancelled_at = :now",
    ExpressionAttributeNames: { "#status": "status" },
    ExpressionAttributeValues: { ":placed": "placed", ":cancelled": "cancelled", ":now": new Date().toISOString() },
    ReturnValues: "ALL_NEW",
  });
  const updated = await unlessRefused(dynamodb.send(update));
  return updated ? { cancelled: updated.Attributes } : { current: await get(order_id) };
}

/** The result of a conditional write, or undefined where its condition did not hold. */
async function unlessRefused(write) {
  try {
    return await write;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}
