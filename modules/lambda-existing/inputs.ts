import { byName } from "../../clouds/existing/inputs";
import { exactlyOneOf, object } from "../../lib/schema";

export const inputs = object(
  byName("function", { pattern: "^[A-Za-z0-9_-]+$", message: "letters, digits, _ -", maxLength: 64 }),
  {
    rules: [exactlyOneOf("name", "tags", "ssm_parameter")],
  },
);
