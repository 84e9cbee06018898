import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { type Handler, startHandler } from "../../examples/handler";
import { openShop, type Shop } from "../../examples/shop";

let shop: Shop;
let audit: Handler;

beforeAll(async () => {
  shop = await openShop();
  audit = await startHandler("orders/audit.handler", shop.env);
});

afterAll(() => audit.stop());

const image = (status: string) => ({ order_id: { S: "o1" }, status: { S: status } });
const record = (SequenceNumber: string, change: object) => ({
  eventName: "MODIFY",
  dynamodb: { Keys: { order_id: { S: "o1" } }, SequenceNumber, ApproximateCreationDateTime: 1700000000, ...change },
});
const entriesOf = async (order_id: string) =>
  shop.documents.send(
    new QueryCommand({
      TableName: "audit",
      KeyConditionExpression: "order_id = :id",
      ExpressionAttributeValues: { ":id": order_id },
    }),
  );

test("every change of an order leaves one entry, however often it is told", async () => {
  const Records = [
    record("9", { NewImage: image("placed") }),
    record("10", { OldImage: image("placed"), NewImage: image("cancelled") }),
    record("11", { OldImage: image("cancelled") }),
  ];
  await audit.invoke({ Records });
  expect(await audit.invoke({ Records })).toEqual({ batchItemFailures: [] });
  const number = (n: number) => String(n).padStart(40, "0");
  const at = "2023-11-14T22:13:20.000Z";
  expect((await entriesOf("o1")).Items).toEqual([
    { order_id: "o1", sequence_number: number(9), event: "MODIFY", at, status: "placed" },
    { order_id: "o1", sequence_number: number(10), event: "MODIFY", at, status_before: "placed", status: "cancelled" },
    { order_id: "o1", sequence_number: number(11), event: "MODIFY", at, status_before: "cancelled" },
  ]);
});

test("what cannot be written is told again, with all that follows", async () => {
  const lost = await startHandler("orders/audit.handler", { ...shop.env, ORDERS_AUDIT_NAME: "lost" });
  const Records = [record("7", { NewImage: image("placed") }), record("8", { OldImage: image("placed") })];
  expect(await lost.invoke({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: "7" }] });
  await lost.stop();
});
