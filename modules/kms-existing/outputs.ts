import { string } from "../../lib/schema";

export const outputs = {
  key_id: string({ description: "ID of the key." }),
  key_arn: string({ description: "ARN of the key." }),
};
