import { registry } from "../../modules";
import { minimal } from "../../modules/lambda/examples";
import { endedRuntimes } from "../../modules/lambda/runtimes";
import { renderedModules } from "../support/modules";
import type { Terraform } from "../support/terraform";
import { initialised } from "./module-roots";
import { type Block, unknownArguments } from "./provider-schema";

type Blocks = Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;

const parsed = async (path: string) => JSON.parse((await renderedModules())[path] as string);

type Schemas = Record<"resource_schemas" | "data_source_schemas", Record<string, { block: Block }>>;

async function schemasOf(root: Terraform): Promise<Schemas> {
  const { stdout } = await root.run("providers schema", "-json");
  const [found] = Object.values(JSON.parse(stdout).provider_schemas) as [Schemas];
  return found;
}

/** The same of every module, and 20 MB to read. */
let provider: Schemas | undefined;

describe.each([...registry.keys()])("the rendered module %s", (name) => {
  let module: Terraform;
  beforeAll(async () => {
    module = await initialised(`modules/${name}`);
  });

  test("is valid on its own", async () => {
    await expect(module.validate()).resolves.toBeUndefined();
  });

  test("has only arguments that provider 5.100.0 has too", async () => {
    provider ??= await schemasOf(module);
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
