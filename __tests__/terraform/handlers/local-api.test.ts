import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Project } from "../../../lib/spec";
import { exampleFolder, loadFrom } from "../../examples/project";
import { newAccount } from "../../support/account";
import { integrationsOf } from "../../support/local-api/integrations";
import { type LocalApi, startLocalApi } from "../../support/local-api/server";
import { createTables, dynamodbOf } from "../../support/local-api/tables";

const environment = "dev";
let project: Project;
let api: LocalApi;
let documents: DynamoDBDocumentClient;
let ordersTable: string;

beforeAll(async () => {
  const account = newAccount();
  const dynamodb = dynamodbOf(account);
  project = loadFrom();
  const outputs = await createTables(project, environment, dynamodb);
  documents = DynamoDBDocumentClient.from(dynamodb);
  ordersTable = outputs.get("orders.table")?.dynamodb_table_name as string;
  api = await startLocalApi({ project, environment, outputs }, account.env);
}, 300_000);

afterAll(() => api?.stop());

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the body of an answer is what the test says it is
  readonly body: any;
  readonly headers: Headers;
}

async function request(method: string, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${api.url}${path}`, { method, ...init });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text), headers: response.headers };
}

const send = (method: string, path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  request(method, path, {
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });

const user = (user_id: string) => ({ user_id, name: "Ada Lovelace", email: "ada@example.com" });
const createUser = (user_id: string) => send("POST", "/users", user(user_id));
const items = [{ sku: "tea", quantity: 2, unit_price: 450 }];
const order = (customer_id: string, key: string) =>
  send("POST", "/orders", { customer_id, items }, { "Idempotency-Key": key });
const storeOrder = (order_id: string) =>
  documents.send(new PutCommand({ TableName: ordersTable, Item: { order_id, status: "placed" } }));

test("the spec has the routes that the handlers know, each to the function that knows it", () => {
  const found = [...integrationsOf(project, environment)].map(([key, { component }]) => `${key} ${component.address}`);
  const known = ["users", "orders"].flatMap((service) =>
    knownRoutes(service).map((key) => `${key} ${service}.function`),
  );
  expect(found.sort()).toEqual(known.sort());
});

const knownRoutes = (service: string) =>
  [
    ...readFileSync(join(exampleFolder, "services", service, "index.mjs"), "utf8").matchAll(/^ {2}"([A-Z]+ \/.*?)":/gm),
  ].map(([, key]) => key as string);

test("a user is created, changed and deleted", async () => {
  const created = await createUser("ada");
  expect(created).toMatchObject({ status: 201, body: { ...user("ada"), version: 1 } });
  expect(created.headers.get("location")).toBe("/users/ada");
  expect(created.headers.get("content-type")).toBe("application/json");
  expect(await request("GET", "/users/ada")).toMatchObject({ status: 200, body: created.body });
  const change = { version: 1, name: "Ada King" };
  expect(await send("PATCH", "/users/ada", change)).toMatchObject({ status: 200, body: { ...change, version: 2 } });
  expect(await request("DELETE", "/users/ada")).toMatchObject({ status: 204, body: undefined });
  expect(await request("GET", "/users/ada")).toMatchObject({ status: 404 });
});

test("a user of one function is the customer of the other", async () => {
  expect(await order("grace", "key-1")).toMatchObject({ status: 422 });
  await createUser("grace");
  const placed = await order("grace", "key-1");
  expect(placed).toMatchObject({ status: 201, body: { customer_id: "grace", items, total: 900 } });
  const location = placed.headers.get("location") as string;
  expect(await request("GET", location)).toMatchObject({ status: 200, body: placed.body });
  expect(await order("grace", "key-1")).toMatchObject({ status: 200, body: placed.body });
});

test("an order is cancelled", async () => {
  await storeOrder("order-1");
  expect(await request("POST", "/orders/order-1/cancel")).toMatchObject({
    status: 200,
    body: { status: "cancelled" },
  });
});

test("the query says whose orders are listed, and from where on", async () => {
  await createUser("mary");
  const placed = [await order("mary", "key-1"), await order("mary", "key-2")].map(({ body }) => body.order_id);
  const first = await request("GET", "/orders?customer_id=mary&limit=1");
  const next = encodeURIComponent(first.body.next);
  const second = await request("GET", `/orders?customer_id=mary&limit=1&next=${next}`);
  const listed = [first, second].flatMap(({ body }) => body.orders.map((one: { order_id: string }) => one.order_id));
  expect(listed).toEqual(placed.reverse());
  expect(await request("GET", "/orders")).toMatchObject({ status: 400 });
});

test("users are listed", async () => {
  await createUser("edsger");
  const { status, body } = await request("GET", "/users?limit=100");
  expect(status).toBe(200);
  expect(body.users).toContainEqual(expect.objectContaining({ user_id: "edsger" }));
});

test("an order that is not there is not found, in the words of the function", async () => {
  expect(await request("GET", "/orders/none")).toMatchObject({
    status: 404,
    body: { message: "there is no order none" },
  });
});

test.each([
  ["GET", "/"],
  ["GET", "/invoices"],
  ["PUT", "/users"],
  ["GET", "/users/ada/orders"],
])("%s %s is no route, in the words of the API", async (method, path) => {
  expect(await request(method, path)).toMatchObject({ status: 404, body: { message: "Not Found" } });
});

test("a body that is no JSON is a bad request", async () => {
  const answer = await request("POST", "/users", { body: "{", headers: { "content-type": "application/json" } });
  expect(answer).toMatchObject({ status: 400, body: { message: "the body is not JSON" } });
});

test.each(["zwei Wörter", "a+b", "50%", "a&b=c;d", "日本"])("%s in a path arrives as it is", async (order_id) => {
  await storeOrder(order_id);
  expect(await request("GET", `/orders/${encodeURIComponent(order_id)}`)).toMatchObject({
    status: 200,
    body: { order_id },
  });
});

test("a body of bytes arrives as well", async () => {
  const body = Buffer.from(JSON.stringify({ ...user("zoe"), name: "Zoë" }));
  const headers = { "content-type": "application/octet-stream" };
  expect(await request("POST", "/users", { body, headers })).toMatchObject({ status: 201, body: { name: "Zoë" } });
});
