import { filled, forbiddenWhen, map, number, object, oneOf, optional, string } from "../../../lib/schema";

const sizes = ["Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes"];
const bits = ["Bits", "Kilobits", "Megabits", "Gigabits", "Terabits"];
const amounts = [...sizes, ...bits, "Count"];
const units = ["None", "Seconds", "Milliseconds", "Microseconds", "Percent", ...amounts];

/** Metric filters: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricTransformation.html */
export const logMetricFilter = object(
  {
    log_group_name: string({
      pattern: "^[A-Za-z0-9_./#-]+$",
      message: "letters, digits, _ . / # -",
      maxLength: 512,
      description: "Name of the log group.",
    }),
    pattern: string({
      maxLength: 1024,
      description: 'Lines that count, such as { $.level = "error" }; all of them if it is empty.',
    }),
    value: string({
      default: "1",
      minLength: 1,
      maxLength: 100,
      description: "Value of such a line: a number, or a field such as $.latency.",
    }),
    default_value: optional(number({ description: "Value of a line that does not count; none if absent." })),
    unit: oneOf([...units, ...amounts.map((unit) => `${unit}/Second`)], {
      default: "None",
      description: "Unit of the values.",
    }),
    dimensions: map(
      string({
        pattern: "^\\$[!-~]+$",
        message: "a field such as $.method",
        maxLength: 255,
      }),
      {
        default: {},
        keys: "^[!-9;-~][ -~]{0,254}$",
        keysMessage: "1 to 255 printable characters, the first no : or space",
        maxProperties: 3,
        description: "Fields that become dimensions, by the dimension's name; each of their values is paid for.",
      },
    ),
  },
  { rules: [forbiddenWhen("default_value", filled("dimensions"))] },
);
