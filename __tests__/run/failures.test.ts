import { failuresIn } from "../../lib/run";

const validation = `
Error: Invalid value for variable

  on ../../main.tf.json line 19, in module.orders_function:
  19:       "memory_size": "\${var.orders_function.memory_size}",
    ├────────────────
    │ var.memory_size is 1

memory_size must be at least 128,
got 1

This was checked by the validation rule at
../../modules/lambda/variables.tf.json:78,21-22.
`;
const provider = `
Error: creating AWS DynamoDB Table (shop): api error ValidationException

  with module.system.module.orders_table.aws_dynamodb_table.this,
  on ../../modules/dynamodb/main.tf.json line 6, in resource.aws_dynamodb_table.this:
   6:       "this": {

`;
const nowhere = "\nError: Unsupported Terraform Core version\n\nThis configuration does not support it.\n";

const found = [
  {
    summary: "Invalid value for variable",
    detail: "memory_size must be at least 128, got 1",
    place: { file: "../../main.tf.json", line: 19 },
  },
  {
    summary: "creating AWS DynamoDB Table (shop): api error ValidationException",
    detail: "",
    place: { file: "../../modules/dynamodb/main.tf.json", line: 6 },
    address: "module.system.module.orders_table.aws_dynamodb_table.this",
  },
  { summary: "Unsupported Terraform Core version", detail: "This configuration does not support it." },
];

test("every error of a text, with its place and what it is about", () => {
  expect(failuresIn(validation + provider + nowhere)).toEqual(found);
});

test("the same with colours and the line that Terraform draws beside an error", () => {
  const red = (text: string) => `\u001b[31m${text}\u001b[0m\u001b[0m`;
  const drawn = [validation, provider, nowhere].map((text) => {
    const lines = text
      .trim()
      .split("\n")
      .map((line) => `${red("│")} \u001b[0m${line}\u001b[0m`);
    return [red("╷"), ...lines, red("╵"), ""].join("\r\n");
  });
  expect(failuresIn(drawn.join("\n"))).toEqual(found);
});

test("a warning and a log are no errors, and no part of one", () => {
  const log = "2026-01-01T00:00:00Z [DEBUG] Error: not this one\n";
  expect(failuresIn(`${log}Warning: Deprecated\n\n  with module.x,\n${nowhere}`)).toEqual([found[2]]);
});
