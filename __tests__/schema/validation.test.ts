import {
  definedIn,
  exactlyOneOf,
  integer,
  list,
  map,
  object,
  oneOf,
  optional,
  ordered,
  string,
  usedBy,
  variable,
  variables,
} from "../../lib/schema";
import { apply } from "./terraform";

const word = string({ pattern: "^[a-z]+$" });
const inputs = object(
  {
    name: string({ pattern: "^[a-z]+$", maxLength: 5 }),
    arn: optional(word),
    other: optional(string()),
    env: map(word, { default: {}, keys: "^[A-Z]+$" }),
    list: list(oneOf(["a", "b"]), { default: [] }),
    attributes: map(oneOf(["S"]), { default: {} }),
    hash: optional(string()),
    range: optional(object({ min: integer({ minimum: 1 }), max: integer() }, { rules: [ordered("min", "max")] })),
  },
  { rules: [exactlyOneOf("arn", "other"), definedIn(["hash"], "attributes"), usedBy("attributes", ["hash"])] },
);

/** A root that calls the module of `inputs` with these arguments. */
const call = (settings: object, root: object = {}) =>
  apply({
    "main.tf.json": { ...root, module: { it: { source: "./it", ...settings } } },
    "it/main.tf.json": { variable: variables(inputs) },
  });

/** A value that is unknown until it is applied. */
const later = (input: string | number) => ({ resource: { terraform_data: { later: { input } } } });
const it = "${terraform_data.later.output}";
const everywhere = { name: it, arn: it, env: { A: it }, list: ["a", it], attributes: { abc: "S" }, hash: it };

test("values that are unknown when planning are checked when applying", () => {
  expect(call({ ...everywhere, list: ["a"] }, later("abc")).errors).toEqual([]);
  const messages = call(everywhere, later("ABC")).errors.map(({ message }) => message);
  expect(messages.join("\n")).toContain('env["A"] must match ^[a-z]+$, got "ABC"');
  expect(messages.join("\n")).toContain('list[1] must be one of a, b, got "ABC"');
});

test("a sensitive value may be given to an input that is not, if it is right", () => {
  const root = { variable: { secret: { sensitive: true, default: "abc" } } };
  const secret = "${var.secret}";
  expect(
    call({ ...everywhere, name: secret, arn: secret, env: { A: secret }, hash: secret, list: [] }, root).errors,
  ).toEqual([]);
});

test("messages of a sensitive input say what is asked and show nothing", () => {
  const schema = object({
    users: map(object({ token: string({ sensitive: true, minLength: 9 }), size: integer({ maximum: 2 }) })),
  });
  const { errors } = apply({
    "main.tf.json": { variable: { it: variable("it", schema) } },
    "terraform.tfvars.json": { it: { users: { me: { token: "hunter2", size: 3 } } } },
  });
  expect(errors.map(({ message }) => message)).toEqual([
    "it.users.*.token must have at least 9 characters\nit.users.*.size must be a whole number\nit.users.*.size must be at most 2",
  ]);
});

test("null for what must be there is refused by name", () => {
  const schema = object({ range: inputs.properties.range, list: list(word), map: map(word) });
  const { errors } = apply({
    "main.tf.json": { variable: { it: variable("it", schema) } },
    "terraform.tfvars.json": { it: { range: { min: null, max: 1 }, list: [null], map: { a: null } } },
  });
  expect(errors.map(({ message }) => message)).toEqual([
    'it.range.min must not be null\nit.list[0] must not be null\nit.map["a"] must not be null',
  ]);
});
