import { createHash } from "node:crypto";

/** The id of an order: the same for the same customer and idempotency key, so that it can be stored only once. */
export const idOf = (customer_id, key) =>
  createHash("sha256")
    .update(JSON.stringify([customer_id, key]))
    .digest("hex")
    .slice(0, 32);

/** The items of a new order, without what does not belong there. */
export const itemsOf = ({ items }) => items.map(({ sku, quantity, unit_price }) => ({ sku, quantity, unit_price }));

/** The price of all items in cents. */
export const totalOf = (items) => items.reduce((total, { quantity, unit_price }) => total + quantity * unit_price, 0);

/** What is wrong with a new order. */
export function problemsOf(order) {
  const { customer_id, items } = order ?? {};
  return [
    ...(isText(customer_id) ? [] : ["customer_id must be the user_id of the customer"]),
    ...(Array.isArray(items) && items.length >= 1 && items.length <= 100
      ? items.flatMap(problemsOfItem)
      : ["items must be a list of 1 to 100 items"]),
  ];
}

function problemsOfItem(item, i) {
  const { sku, quantity, unit_price } = item ?? {};
  return [
    ...(isText(sku) ? [] : [`items[${i}].sku must be a text of 1 to 64 characters`]),
    ...(isWhole(quantity, 1, 1000) ? [] : [`items[${i}].quantity must be a whole number from 1 to 1000`]),
    ...(isWhole(unit_price, 0, 1_000_000) ? [] : [`items[${i}].unit_price must be cents from 0 to 1000000`]),
  ];
}

const isText = (value) => typeof value === "string" && value.length >= 1 && value.length <= 64;
const isWhole = (value, least, most) => Number.isInteger(value) && value >= least && value <= most;
