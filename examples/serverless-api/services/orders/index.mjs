import { isDeepStrictEqual } from "node:util";
import { HttpError, pageOf, refuse, router } from "./http.mjs";
import { idOf, itemsOf, problemsOf, totalOf } from "./order.mjs";
import * as table from "./table.mjs";
import { userExists } from "./users.mjs";

export const handler = router({
  // A client that got no answer sends the same request with the same key again, and there is still one order.
  "POST /orders": async ({ headers, body }) => {
    const key = headers["idempotency-key"];
    refuse([...(key ? [] : ["the header idempotency-key is missing"]), ...problemsOf(body)]);
    const { customer_id } = body;
    const items = itemsOf(body);
    if (!(await userExists(customer_id))) throw new HttpError(422, `there is no user ${customer_id}`);
    const order = { order_id: idOf(customer_id, key), customer_id, items, total: totalOf(items) };
    const { created, existing } = await table.create(order);
    const location = `/orders/${order.order_id}`;
    if (created) return { status: 201, body: created, headers: { location } };
    if (isDeepStrictEqual(existing.items, items)) return { status: 200, body: existing, headers: { location } };
    throw new HttpError(409, "this idempotency-key belongs to an order with other items");
  },

  "GET /orders": async ({ query }) => {
    refuse(query.customer_id ? [] : ["customer_id is missing in the query"]);
    const page = pageOf(query, ["order_id", "customer_id", "created_at"]);
    return { status: 200, body: await table.listOf(query.customer_id, page) };
  },

  "GET /orders/{order_id}": async ({ path }) => ({
    status: 200,
    body: (await table.get(path.order_id)) ?? missing(path),
  }),

  "POST /orders/{order_id}/cancel": async ({ path }) => {
    const { cancelled, current } = await table.cancel(path.order_id);
    if (cancelled) return { status: 200, body: cancelled };
    if (!current) missing(path);
    if (current.status === "cancelled") return { status: 200, body: current };
    throw new HttpError(409, `the order is ${current.status} and can no longer be cancelled`);
  },
});

function missing({ order_id }) {
  throw new HttpError(404, `there is no order ${order_id}`);
}
