import { byName } from "../../clouds/existing/inputs";
import { exactlyOneOf, object } from "../../lib/schema";

export const inputs = object(byName("table", { pattern: "^[A-Za-z0-9_.-]+$", message: "letters, digits, _ . -" }), {
  rules: [exactlyOneOf("name", "tags", "ssm_parameter")],
});
