import { object, oneOf, string } from "../../../lib/schema";

/** How Terraform calls a function: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_invocation */
export const runOnce = object(
  {
    input: string({
      default: "{}",
      minLength: 1,
      json: true,
      description: "What the function is called with, as JSON.",
    }),
    on: oneOf(["code", "input"], {
      default: "code",
      description: "What calls it again when it changes: the code or the input, or the input alone.",
    }),
  },
  {
    description:
      "Calls the function when it is applied; an error of the function is one of the apply. Removing this calls nothing.",
  },
);
