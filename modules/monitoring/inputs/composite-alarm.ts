import { severity } from "../../../clouds/aws-alarms";
import { exactlyOneOf, integer, list, object, optional, string } from "../../../lib/schema";

const alarms = (description: string) =>
  optional(list(string(), { minItems: 1, maxItems: 100, description: `${description}, by key.` }));

const suppressor = object(
  {
    alarm: string({ description: "Key of the alarm." }),
    wait_period: integer({
      default: 60,
      minimum: 0,
      description: "Seconds that actions wait for this alarm to go off.",
    }),
    extension_period: integer({
      default: 60,
      minimum: 0,
      description: "Seconds that actions go on waiting after it is over.",
    }),
  },
  { description: "An alarm during which nobody is told, such as one that goes off while something is deployed." },
);

/** Composite alarms: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html */
export const compositeAlarm = object(
  {
    description: optional(
      string({ minLength: 1, maxLength: 1024, description: "What has happened, and what to do about it." }),
    ),
    severity,
    any_of: alarms("Alarms of which one is enough"),
    all_of: alarms("Alarms that must all have gone off"),
    rule: optional(
      string({
        minLength: 1,
        maxLength: 10240,
        description: 'Rule in the words of AWS, on full names of alarms: ALARM("a") AND NOT ALARM("b").',
      }),
    ),
    suppressor: optional(suppressor),
  },
  { rules: [exactlyOneOf("any_of", "all_of", "rule")] },
);
