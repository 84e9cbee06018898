import type { Module } from "../../lib/module";
import { string } from "../../lib/schema";
import { problems } from "../spec/project";
import { echo, echoes } from "../support/echo";
import { HEAD, rendered } from "./rendered";

const spec = (exports: string, more = "") => `${HEAD}${more}environments: { dev: {}, prod: {} }
services: { a: { b: { module: echo }, c: { module: echo, only: [prod] } } }
exports: { ${exports} }`;

const output = async (exports: string, file = "outputs.tf.json") =>
  (await rendered(spec(exports))).at(file, "output", "x");

describe("an export", () => {
  test.each([
    ["x: '${a.b.text}'", { value: "${module.a_b.text}" }],
    ["x: '${a.b.word_list}'", { value: "${module.a_b.word_list}" }],
    [
      "x: { value: '${environment}: ${a.b.text}', description: Both. }",
      { description: "Both.", value: "${var.environment}: ${module.a_b.text}" },
    ],
    ["x: 7", { value: "7" }],
    ["x: '${local.z}'", { value: "${local.z}" }],
    ["x: '%{ if true } $${a.b}'", { value: "%%{ if true } $${a.b}" }],
  ])("%s is an output of the composition", async (exports, expected) => {
    expect(await output(exports)).toEqual(expected);
  });

  test("is null where an environment lacks what it refers to, alone or in a longer text", async () => {
    expect(await output("x: '${a.c.text}'")).toEqual({ value: "${one(module.a_c[*].text)}" });
    expect(await output("x: 'at ${a.c.text}'")).toEqual({
      value: '${contains(["prod"], var.environment) ? "at ${one(module.a_c[*].text)}" : null}',
    });
  });

  test("is passed on by every root", async () => {
    const passed = await output(
      "x: { value: '${a.b.text}', description: The text. }",
      "environments/prod/outputs.tf.json",
    );
    expect(passed).toEqual({ description: "The text.", value: "${module.system.x}" });
  });

  test("with workspaces, is an output of the one root", async () => {
    const tree = await rendered(spec("x: '${a.b.text}'", "layout: workspaces\n"));
    expect(tree.at("outputs.tf.json", "output", "x")).toEqual({ value: "${module.a_b.text}" });
  });

  test("stands beside what components give, of which it changes nothing", async () => {
    const [plain, exporting] = [await rendered(spec("")), await rendered(spec("x: '${a.b.text}'"))];
    const { x, ...others } = exporting.at("outputs.tf.json", "output") as Record<string, unknown>;
    expect(x).toBeDefined();
    expect(others).toEqual(plain.at("outputs.tf.json", "output"));
    expect(exporting.at("main.tf.json")).toEqual(plain.at("main.tf.json"));
  });
});

describe("a parameter of an export", () => {
  const call = async (exports: string) => (await rendered(spec(exports))).at("main.tf.json", "module", "exports");

  test("is made by one call of one module", async () => {
    const two =
      "x: { value: '${a.b.text}', ssm_parameter: '/shop/${environment}/x' }, y: { value: b, ssm_parameter: /y, description: Why. }";
    expect(await call(`${two}, z: c`)).toEqual({
      source: "./modules/ssm-parameters",
      parameters: {
        x: { name: "/shop/${var.environment}/x", value: "${module.a_b.text}" },
        y: { name: "/y", value: "b", description: "Why." },
      },
    });
  });

  test("is not made where an environment lacks what it refers to", async () => {
    expect(await call("x: { value: '${a.c.text}', ssm_parameter: /x }")).toMatchObject({
      parameters:
        '${{for name in ["prod"] : "x" => {"name" = "/x", "value" = one(module.a_c[*].text)} if name == var.environment}}',
    });
  });

  test("is not made where no export asks for one", async () => {
    expect(await call("x: '${a.b.text}'")).toBeUndefined();
  });
});

describe("an export of what is sensitive", () => {
  const outputs = { ...echo.outputs, secret: string({ sensitive: true }) };
  const registry = new Map([...echoes, ["echo", { ...echo, outputs } as unknown as Module]]);

  test("is sensitive itself, in the composition and in the roots", async () => {
    const tree = await rendered(spec("x: 'is ${a.b.secret}'"), { registry });
    for (const file of ["outputs.tf.json", "environments/dev/outputs.tf.json"])
      expect(tree.at(file, "output", "x")).toMatchObject({ sensitive: true });
  });

  test("has no parameter, which would tell it", async () => {
    expect(await problems(spec("x: { value: '${a.b.secret}', ssm_parameter: /x }"), { registry })).toEqual([
      expect.stringMatching(/a\.b\.secret is sensitive, and cannot be published$/),
    ]);
  });
});
