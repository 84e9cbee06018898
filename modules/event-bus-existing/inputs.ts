import { arnOf } from "../../clouds/aws-inputs";
import { byName } from "../../clouds/existing/inputs";
import { exactlyOneOf, object, optional, string } from "../../lib/schema";

/** Names of buses: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html */
const name = { pattern: "^[A-Za-z0-9/_.-]+$", message: "letters, digits, / _ . -", maxLength: 256 } as const;

export const inputs = object(
  {
    ...byName("bus", name),
    arn: optional(
      string({ ...arnOf("events", "an event bus"), description: "ARN of the bus, which may be in another account." }),
    ),
  },
  { rules: [exactlyOneOf("name", "arn", "tags", "ssm_parameter")] },
);
