import { parameterName, parameterValue } from "../../clouds/aws-parameters";
import { map, object, optional, string } from "../../lib/schema";

/** Lengths of descriptions: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html */
const parameter = object({
  name: string({ ...parameterName, description: "Name of the parameter, unique in account and region." }),
  value: string({ ...parameterValue, description: "What it holds: a plain text, never a secret." }),
  description: optional(string({ maxLength: 1024, description: "What it is for." })),
});

/** Lengths of tags: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_Tag.html */
export const inputs = object({
  parameters: map(parameter, {
    keys: "^[A-Za-z_][A-Za-z0-9_-]*$",
    keysMessage: "letters, digits, - and _, starting with a letter or _",
    description: "The parameters, each under a key of its own.",
  }),
  tags: map(string({ maxLength: 256 }), {
    default: {},
    keys: "^[^\\n]{1,128}$",
    keysMessage: "1 to 128 characters on one line",
    description: "Tags of all parameters.",
  }),
});
