import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";

const dynamodb = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** Whether there is such a user, in the table of the users service. */
export async function userExists(user_id) {
  const get = new GetCommand({
    TableName: process.env.CUSTOMERS_TABLE,
    Key: { user_id },
    ProjectionExpression: "user_id",
  });
  return (await dynamodb.send(get)).Item !== undefined;
}
