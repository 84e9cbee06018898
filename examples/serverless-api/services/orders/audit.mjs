import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { log } from "./http.mjs";

const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/**
 * Writes what the stream of the orders table tells into the audit table. What is told twice is written over itself. The
 * stream tries again from the first record that fails, so that an order's history never has a gap.
 */
export async function handler({ Records }) {
  for (const record of Records) {
    const { SequenceNumber } = record.dynamodb;
    try {
      await dynamodb.send(new PutCommand({ TableName: process.env.ORDERS_AUDIT_NAME, Item: entryOf(record) }));
    } catch (error) {
      log("ERROR", "a record cannot be written", {
        sequence_number: SequenceNumber.padStart(40, "0"),
        error: String(error),
      });
      return { batchItemFailures: [{ itemIdentifier: SequenceNumber }] };
    }
  }
  log("INFO", "records written", { count: Records.length });
  return { batchItemFailures: [] };
}

// Sequence numbers have up to 40 digits: as texts of one length they sort in the order of the changes.
const entryOf = ({
  eventName,
  dynamodb: { Keys, OldImage, NewImage, SequenceNumber, ApproximateCreationDateTime },
}) => ({
  order_id: Keys.order_id.S,
  sequence_number: SequenceNumber.padStart(40, "0"),
  event: eventName,
  at: new Date(ApproximateCreationDateTime * 1000).toISOString(),
  ...(OldImage && { status_before: OldImage.status.S }),
  ...(NewImage && { status: NewImage.status.S }),
});
