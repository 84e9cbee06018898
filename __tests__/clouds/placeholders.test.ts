import { placeholder } from "../../clouds/aws-placeholders";
import { registry } from "../../modules";

const outputs = [...registry.values()].flatMap(({ outputs: all }) => Object.entries(all));
const arns = outputs.filter(([name, { type }]) => type === "string" && name.endsWith("_arn")).map(([name]) => name);

test.each([...new Set(arns)])("%s has an ARN in its place, of a form that AWS uses", (name) => {
  expect(placeholder(name, "users_table")).toMatch(
    /^arn:aws:[a-z0-9-]+:(us-east-1)?:(123456789012)?:\S+$|^arn:aws:apigateway:\S+$/,
  );
});

const inputs = (module: string) => registry.get(module)?.inputs.properties as Record<string, never>;
const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce((one, step) => (one as Record<string, unknown>)?.[step], value);

test.each([
  ["dynamodb_table_stream_arn", ["event_sources", "additionalProperties", "properties", "dynamodb_stream_arn"]],
  ["kms_key_arn", ["kms_key_arn"]],
  ["topic_arn", ["asynchronous", "properties", "dead_letter", "properties", "sns_topic_arn"]],
])("the placeholder of %s is what a function takes at %s", (output, path) => {
  expect(placeholder(output, "a_b")).toMatch(new RegExp(at(inputs("lambda"), ...path, "pattern") as string));
});

test("the name of a component is in it", () => {
  expect(placeholder("dynamodb_table_name", "users_table")).toBe("placeholder-users-table");
  expect(placeholder("lambda_function_arn", "a_b")).toBe(
    "arn:aws:lambda:us-east-1:123456789012:function:placeholder-a-b",
  );
});
