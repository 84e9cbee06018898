import { join } from "node:path";
import { registry } from "../../modules";
import { minimal } from "../../modules/lambda/examples";
import { endedRuntimes } from "../../modules/lambda/runtimes";
import { newAccount } from "../support/account";
import { type Files, scratchFolder } from "../support/folder";
import { renderedModules } from "../support/modules";
import { Terraform } from "../support/terraform";
import { type Block, unknownArguments } from "./provider-schema";

type Blocks = Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;

/** A folder below a new one that holds every module, initialised. */
async function initialised(path: string, files: Files = {}): Promise<Terraform> {
  const folder = await scratchFolder({ ...(await renderedModules()), ...files });
  const terraform = new Terraform(join(folder, path), newAccount().env);
  await terraform.init();
  return terraform;
}
const parsed = async (path: string) => JSON.parse((await renderedModules())[path] as string);

describe.each([...registry.keys()])("the rendered module %s", (name) => {
  let module: Terraform;
  beforeAll(async () => {
    module = await initialised(`modules/${name}`);
  });

  test("is valid on its own", async () => {
    await expect(module.validate()).resolves.toBeUndefined();
  });

  test("has only arguments that provider 5.100.0 has too", async () => {
    const { stdout } = await module.run("providers schema", "-json");
    const [provider] = Object.values(JSON.parse(stdout).provider_schemas) as [
      Record<"resource_schemas" | "data_source_schemas", Record<string, { block: Block }>>,
    ];
    const { resource = {}, data = {} } = (await parsed(`modules/${name}/main.tf.json`)) as Record<string, Blocks>;
    const unknownIn = (blocks: Blocks, schemas: Record<string, { block: Block }>) =>
      Object.entries(blocks).flatMap(([type, all]) =>
        Object.values(all).flatMap((body) =>
          unknownArguments(schemas[type]?.block ?? {}, body).map((path) => `${type}.${path}`),
        ),
      );
    expect(unknownIn(resource, provider.resource_schemas)).toEqual([]);
    expect(unknownIn(data, provider.data_source_schemas)).toEqual([]);
  });

  test("passes the tests that it ships: its examples plan, and every bad value is refused", async () => {
    expect(await module.test()).toMatch(/^Success! [1-9]\d* passed, 0 failed\.$/m);
  });

  test("would fail them without its rules", async () => {
    const file = `modules/${name}/variables.tf.json`;
    const { variable } = (await parsed(file)) as { variable: Record<string, Record<string, unknown>> };
    const lax = Object.entries(variable).map(([input, { validation: _, ...rest }]) => [input, rest]);
    const changed = await initialised(`modules/${name}`, { [file]: { variable: Object.fromEntries(lax) } });
    await expect(changed.test("-filter=tests/rejects.tftest.json")).rejects.toThrow("Missing expected failure");
  });

  test("ships a complete example that is a root", async () => {
    const root = await initialised(`modules/${name}/examples/complete`);
    await expect(root.validate()).resolves.toBeUndefined();
  });
});

test("a plan with runtimes that AWS has ended names what to use instead of each", async () => {
  const calls = Object.keys(endedRuntimes).map((runtime, i) => [
    `function_${i}`,
    { source: "../modules/lambda", ...minimal, runtime },
  ]);
  const root = await initialised("ended", { "ended/main.tf.json": { module: Object.fromEntries(calls) } });
  const refused: Error = await root.plan().catch((error) => error);
  const said = refused.message.replaceAll(/\s+/g, " ");
  for (const [runtime, current] of Object.entries(endedRuntimes)) {
    expect(said).toContain(`runtime "${runtime}" has been ended by AWS: use "${current}"`);
  }
});

test("an argument that the provider does not have would be found at any depth", () => {
  const attributes = { name: { required: true }, arn: {} };
  const block = { attributes, block_types: { inner: { block: { attributes } } } };
  const body = { name: "a", arn: "b", count: 1, inner: [{ name: "c" }, { nmae: "d" }] };
  expect(unknownArguments(block, body)).toEqual(["arn", "inner.nmae"]);
  expect(unknownArguments(block, { dynamic: { inner: { content: { count: 1 } }, outer: { content: {} } } })).toEqual([
    "inner.count",
    "outer",
  ]);
  expect(unknownArguments(block, { dynamic: { inner: [{ content: {} }, { content: { nmae: "e" } }] } })).toEqual([
    "inner.nmae",
  ]);
});
