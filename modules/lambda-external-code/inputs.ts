import { object } from "../../lib/schema";
import { fields, rules } from "../lambda/inputs";

const code: typeof fields.code = {
  ...fields.code,
  description: "Where the first version of the code comes from; those after it are deployed by others.",
};

export const inputs = object({ ...fields, code }, { rules });
