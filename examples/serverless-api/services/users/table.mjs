import { ConditionalCheckFailedException, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  ScanCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { nextOf } from "./http.mjs";

const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.USERS_TABLE_NAME;

/** The stored user, or undefined where the id is taken. */
export async function create(user) {
  const Item = { ...user, version: 1, created_at: new Date().toISOString() };
  const put = new PutCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(user_id)" });
  return (await unlessRefused(dynamodb.send(put))) && Item;
}

export async function get(user_id) {
  return (await dynamodb.send(new GetCommand({ TableName, Key: { user_id } }))).Item;
}

export async function list(page) {
  const found = await dynamodb.send(new ScanCommand({ TableName, ...page }));
  return { users: found.Items, next: nextOf(found) };
}

/** `user` as changed, if it still had that version; otherwise `current`, if there is one. */
export async function update(user_id, version, changes) {
  const names = Object.keys(changes);
  const update = new UpdateCommand({
    TableName,
    Key: { user_id },
    ConditionExpression: "version = :version",
    UpdateExpression: `SET version = version + :one, ${names.map((name) => `#${name} = :${name}`).join(", ")}`,
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: {
      ":version": version,
      ":one": 1,
      ...Object.fromEntries(names.map((name) => [`:${name}`, changes[name]])),
    },
    ReturnValues: "ALL_NEW",
  });
  const updated = await unlessRefused(dynamodb.send(update));
  return updated ? { user: updated.Attributes } : { current: await get(user_id) };
}

/** Whether there was one. */
export async function remove(user_id) {
  const condition = { ConditionExpression: "attribute_exists(user_id)" };
  return Boolean(await unlessRefused(dynamodb.send(new DeleteCommand({ TableName, Key: { user_id }, ...condition }))));
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
