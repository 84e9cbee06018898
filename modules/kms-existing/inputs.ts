import { ssmParameter, tags } from "../../clouds/existing/inputs";
import { exactlyOneOf, object, optional, string } from "../../lib/schema";

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

/** What names a key: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id */
export const inputs = object(
  {
    id: optional(
      string({
        pattern: `^(arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/)?(${uuid}|mrk-[0-9a-f]{32})$`,
        message: "the ID or the ARN of a KMS key",
        description: "ID or ARN of the key.",
      }),
    ),
    alias: optional(
      string({
        pattern: "^alias/[A-Za-z0-9/_-]+$",
        message: "the name of an alias such as alias/orders",
        maxLength: 256,
        description: "Alias of the key, such as alias/orders.",
      }),
    ),
    tags: tags("key"),
    ssm_parameter: ssmParameter("the ID or the ARN of the key, or an alias of it"),
  },
  { rules: [exactlyOneOf("id", "alias", "tags", "ssm_parameter")] },
);
