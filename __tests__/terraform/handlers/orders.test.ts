import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { type Handler, startHandler } from "../../examples/handler";
import { pages, type Request, send } from "../../examples/request";
import { openShop, type Shop } from "../../examples/shop";

let shop: Shop;
let orders: Handler;

beforeAll(async () => {
  shop = await openShop();
  await storeUser("customer");
  orders = await startHandler("orders/index.handler", shop.env);
});

afterAll(() => orders.stop());

const storeUser = (user_id: string) => shop.documents.send(new PutCommand({ TableName: "users", Item: { user_id } }));
const items = [
  { sku: "tea", quantity: 2, unit_price: 450 },
  { sku: "pot", quantity: 1, unit_price: 2999 },
];
const order = (customer_id: string, key: string, ordered: object[] = items) =>
  send(orders, "POST /orders", [], { headers: { "idempotency-key": key }, body: { customer_id, items: ordered } });
const cancel = (order_id: string) => send(orders, "POST /orders/{order_id}/cancel", [order_id]);

test("a new order has its total, and is found at its place", async () => {
  const created = await order("customer", "key-1");
  expect(created).toMatchObject({ status: 201, body: { total: 3899, status: "placed", items } });
  expect(created.headers.location).toBe(`/orders/${created.body.order_id}`);
  const found = await send(orders, "GET /orders/{order_id}", [created.body.order_id]);
  expect(found).toMatchObject({ status: 200, body: created.body });
});

test("the same request twice is one order", async () => {
  const first = await order("customer", "key-2");
  expect(await order("customer", "key-2")).toMatchObject({ status: 200, body: first.body });
});

test("an idempotency key cannot be used again for something else", async () => {
  await order("customer", "key-3");
  expect(await order("customer", "key-3", [{ ...items[0], quantity: 9 }])).toMatchObject({ status: 409 });
});

test("there is no order of nobody", async () => {
  expect(await order("nobody", "key-4")).toMatchObject({ status: 422 });
});

test("a customer's orders are listed alone, the newest first", async () => {
  await Promise.all([storeUser("buyer"), storeUser("other")]);
  const made: string[] = [];
  for (const key of ["a", "b", "c"]) made.unshift((await order("buyer", key)).body.order_id);
  await order("other", "a");
  const query = { customer_id: "buyer", limit: "2" };
  const listed = await pages(orders, "GET /orders", query, ({ body }) => body.orders);
  expect(listed.map(({ order_id }) => order_id)).toEqual(made);
});

test("a placed order is cancelled, once and for all", async () => {
  const { body } = await order("customer", "key-5");
  const cancelled = await cancel(body.order_id);
  expect(cancelled).toMatchObject({ status: 200, body: { status: "cancelled" } });
  expect(await cancel(body.order_id)).toMatchObject({ status: 200, body: cancelled.body });
});

test("a shipped order can no longer be cancelled", async () => {
  await shop.documents.send(new PutCommand({ TableName: "orders", Item: { order_id: "sent", status: "shipped" } }));
  expect(await cancel("sent")).toMatchObject({ status: 409 });
  expect(await send(orders, "GET /orders/{order_id}", ["sent"])).toMatchObject({ body: { status: "shipped" } });
});

test.each(["GET /orders/{order_id}", "POST /orders/{order_id}/cancel"])("%s of none is not found", async (route) => {
  expect(await send(orders, route, ["none"])).toMatchObject({ status: 404 });
});

test.each<[string, string, Request]>([
  ["no idempotency key", "POST /orders", { body: { customer_id: "customer", items } }],
  ["no body", "POST /orders", { headers: { "idempotency-key": "k" } }],
  ["no items", "POST /orders", { headers: { "idempotency-key": "k" }, body: { customer_id: "customer", items: [] } }],
  ["a list of nobody's orders", "GET /orders", {}],
])("%s is a bad request", async (_, route, request) => {
  expect(await send(orders, route, [], request)).toMatchObject({ status: 400 });
});

test("all that is wrong with items is said at once", async () => {
  const wrong = [{ sku: "", quantity: 0, unit_price: 1.5 }];
  const problems = ["sku", "quantity", "unit_price"].map((name) => expect.stringContaining(`items[0].${name}`));
  expect(await order("customer", "key-6", wrong)).toMatchObject({ status: 400, body: { problems } });
});

test("an error of our own tells the client nothing, and the log everything", async () => {
  const lost = await startHandler("orders/index.handler", { ...shop.env, ORDERS_TABLE_NAME: "lost" });
  const answer = await send(lost, "GET /orders/{order_id}", ["one"]);
  expect(answer).toMatchObject({ status: 500, body: { message: "something went wrong" } });
  expect((await lost.stop()).map((line) => JSON.parse(line))).toMatchObject([
    { level: "ERROR", route: "GET /orders/{order_id}", status: 500, error: expect.stringContaining("NotFound") },
  ]);
});
