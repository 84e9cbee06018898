import { byName } from "../../clouds/existing/inputs";
import { exactlyOneOf, object } from "../../lib/schema";

export const inputs = object(
  byName("secret", { pattern: "^[A-Za-z0-9/_+=.@-]+$", message: "letters, digits and /_+=.@-", maxLength: 512 }),
  { rules: [exactlyOneOf("name", "tags", "ssm_parameter")] },
);
