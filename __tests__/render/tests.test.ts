import { aws } from "../../clouds/aws";
import { defineModule, type Module } from "../../lib/module";
import { moduleTests } from "../../lib/render/tests";
import { refusalsBy } from "../../lib/render/tests/refusals";
import { rejections } from "../../lib/render/tests/rejections";
import { check, definedIn, integer, list, map, object, oneOf, optional, ordered, string } from "../../lib/schema";
import { registry } from "../../modules";

const base = {
  name: "queue",
  summary: "A queue.",
  outputs: { queue_arn: string() },
  naming: { input: "name", scope: "region" },
  connections: { access: {}, variables: {} },
  construct: () => Promise.reject(new Error("tests need no construct")),
} as const;

const name = string({ pattern: "^[a-z]+$", maxLength: 5 });
const size = object(
  { min: optional(integer({ minimum: 1 })), max: integer({ maximum: 9 }) },
  { rules: [ordered("min", "max")] },
);

const queue = defineModule({
  ...base,
  inputs: object(
    {
      name,
      runtime: oneOf(["new"], { default: "new", ended: { old: "new" } }),
      size: optional(size),
      labels: map(string({ minLength: 2 }), { default: {}, keys: "^[a-z]+$", maxProperties: 2 }),
      zones: list(string(), { default: ["a"], minItems: 1, maxItems: 2 }),
      first: optional(string()),
    },
    { rules: [definedIn(["first"], "labels")] },
  ),
  examples: {
    minimal: { name: "a" },
    complete: { name: "a", size: { min: 1, max: 5 }, labels: { x: "${x}" }, first: "x" },
  },
  rejected: {
    "a first that is no label": { name: "a", first: "y" },
    "limits the wrong way round": { name: "a", size: { min: 2, max: 1 } },
  },
}) as unknown as Module;

test("every demand is broken once, at any depth, and the calls that the module names follow", () => {
  expect(rejections(queue).map(({ name }) => name)).toEqual([
    "name is malformed",
    "name is too long",
    "runtime is unknown",
    "runtime has been ended",
    "size.min is no whole number",
    "size.min is too low",
    "size.max is no whole number",
    "size.max is too high",
    "labels has too many entries",
    "labels has a malformed key",
    "labels.* is too short",
    "zones has too few items",
    "zones has too many items",
    "a first that is no label",
    "limits the wrong way round",
  ]);
});

describe.each([queue, ...registry.values()])("of $name", (module) => {
  test.each(rejections(module).map((one) => [one.name, one] as const))("%s is refused", (_, { call, refusals }) => {
    expect(refusals).not.toEqual([]);
    const messages = check(module.inputs, call).map(({ message }) => message);
    expect(messages).toEqual(expect.arrayContaining(refusals.map(({ message }) => message)));
  });
});

const files = moduleTests(queue, aws) as Record<string, Record<string, never>>;
const runs = (file: string) => Object.entries(files[file]?.run ?? {}) as [string, Record<string, unknown>][];

test("an example is a root that calls the module, with nothing in it evaluated", () => {
  expect(files["examples/complete/main.tf.json"]).toMatchObject({
    module: { queue: { source: "../..", labels: { x: "$${x}" } } },
  });
});

test("every example is planned without an account", () => {
  expect(files["tests/examples.tftest.json"]?.mock_provider).toEqual({ aws: {} });
  expect(runs("tests/examples.tftest.json")).toEqual([
    ["plans_minimal", { command: "plan", variables: { name: "a" } }],
    ["plans_complete", expect.objectContaining({ command: "plan" })],
  ]);
});

test("bad values of several variables share a run, which names each of them", () => {
  const [[first, run] = []] = runs("tests/rejects.tftest.json");
  expect(first).toBe("name_is_malformed_and_4_more");
  expect(run).toMatchObject({
    command: "plan",
    expect_failures: ["var.name", "var.runtime", "var.size", "var.labels", "var.zones"],
  });
});

test("what the complete example alone has is taken back by null", () => {
  const [, run] = runs("tests/rejects.tftest.json").find(([label]) => label === "a_first_that_is_no_label") ?? [];
  expect(run?.variables).toEqual({ size: null, labels: null, first: "y" });
});

test("a variable says nothing while another that its validation reads is refused", () => {
  const refusalsOf = refusalsBy(
    object({ a: string(), b: map(string(), { keys: "^[a-z]+$" }) }, { rules: [definedIn(["a"], "b")] }),
  );
  expect(refusalsOf({ a: "x", b: { y: "" } }).map(({ variable }) => variable)).toEqual(["a"]);
  expect(refusalsOf({ a: "x", b: { Y: "" } }).map(({ variable }) => variable)).toEqual(["b"]);
});

const unreached = { ...queue, examples: { minimal: { name: "a" }, complete: { name: "a" } } } as Module;
const harmless = { ...queue, rejected: { "nothing at all": { name: "a" } } } as Module;

test.each([
  ["a demand that no example reaches", unreached, "size.min is too low"],
  ["a call that is no mistake", harmless, "nothing at all"],
])("%s is an error that names it", (_, module, named) => {
  expect(() => rejections(module)).toThrow(named);
});
