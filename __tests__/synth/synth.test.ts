import { existsSync, readdirSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { aws } from "../../clouds/aws";
import { Sources, UserError } from "../../lib/diagnostic";
import { inspect, type SynthOptions, synth } from "../../lib/synth";
import { registry } from "../../modules";
import { scratchFolder, writeFiles } from "../support/folder";

const toolbox = {
  cloud: aws,
  registry,
  profiles: {},
  moduleFiles: async (name: string) => new Map([["main.tf.json", `"${name}"\n`]]),
  template: () => "{{name}}: {{first}}\n",
};

const spec = `version: 1
name: shop
region: us-east-1
environments: { dev: {}, prod: {} }
defaults:
  lambda: { handler: index.handler, runtime: nodejs22.x }
services:
  orders:
    function: { module: lambda, code: code }
    again: { module: lambda, code: code }
`;

async function project(text = spec): Promise<SynthOptions> {
  const folder = await scratchFolder({ "groundplan.yaml": text, "code/index.mjs": "1", "other/index.mjs": "2" });
  const [file, out] = ["groundplan.yaml", "infrastructure"].map((name) => path.join(folder, name)) as [string, string];
  return { spec: file, out, sources: new Sources() };
}

const artifacts = ({ out }: SynthOptions) => readdirSync(path.join(out, ".artifacts"));
const mainOf = async ({ out }: SynthOptions, folder = ".") =>
  JSON.parse(await readFile(path.join(out, folder, "main.tf.json"), "utf8"));

test("a spec becomes a tree of files, and a second run finds nothing to do", async () => {
  const options = await project();
  const { changes } = await synth(options, toolbox);
  expect(changes.create).toEqual(
    expect.arrayContaining([
      "main.tf.json",
      "modules/lambda/main.tf.json",
      "environments/prod/main.tf.json",
      "README.md",
    ]),
  );
  expect(await readFile(path.join(options.out, "README.md"), "utf8")).toBe("shop: dev\n");
  const again = (await synth(options, toolbox)).changes;
  expect({ ...again, unchanged: again.unchanged.length }).toMatchObject({ create: [], update: [], remove: [] });
});

test("the modules in use are copied, or all of them", async () => {
  const options = await project();
  const modules = ({ tree }: { tree: ReadonlyMap<string, string> }) =>
    [...tree.keys()].filter((file) => file.startsWith("modules/")).map((file) => file.split("/")[1]);
  expect(modules(await inspect(options, toolbox))).toEqual(["lambda"]);
  expect(modules(await inspect({ ...options, allModules: true }, toolbox))).toEqual([...registry.keys()].sort());
});

test("a folder is packaged once, however many components have it, and named with its content", async () => {
  const options = await project();
  await synth(options, toolbox);
  const [name] = artifacts(options);
  expect(artifacts(options)).toEqual([expect.stringMatching(/^orders_function-[0-9a-f]{16}\.zip$/)]);
  const { module } = await mainOf(options);
  expect([module.orders_function.code, module.orders_again.code]).toEqual(
    [1, 2].map(() => ({
      filename: `\${path.module}/.artifacts/${name}`,
      source_code_hash: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
    })),
  );
});

test("code that changed is a new package, and the old one goes", async () => {
  const options = await project();
  await synth(options, toolbox);
  const [before] = artifacts(options);
  await writeFile(path.join(path.dirname(options.spec), "code/index.mjs"), "3");
  await synth(options, toolbox);
  expect(artifacts(options)).toEqual([expect.not.stringContaining(before as string)]);
});

test("code that differs between environments is named by each, and found by the composition", async () => {
  const options = await project(spec.replace("code: code }", "code: code, environments: { prod: { code: other } } }"));
  await synth(options, toolbox);
  expect((await mainOf(options)).module.orders_function.code.filename).toBe(
    "${path.module}/.artifacts/${var.orders_function.code.filename}",
  );
  const names = await Promise.all(
    ["dev", "prod"].map(async (name) => {
      const { module } = await mainOf(options, `environments/${name}`);
      return module.system.orders_function.code.filename;
    }),
  );
  expect(artifacts(options).sort()).toEqual(names.sort());
  expect(new Set(names).size).toBe(2);
});

test("code that is a folder in one environment and elsewhere in another is absent where it is not", async () => {
  const elsewhere = "{ s3: { bucket: builds, key: orders.zip } }";
  const options = await project(
    spec.replace("code: code }", `code: code, environments: { prod: { code: ${elsewhere} } } }`),
  );
  await synth(options, toolbox);
  expect((await mainOf(options)).module.orders_function.code.filename).toMatch(
    /^\$\{\(?var\.orders_function\.code\.filename == null \? null : "\$\{path\.module\}\/\.artifacts\//,
  );
  const { module } = await mainOf(options, "environments/prod");
  expect(module.system.orders_function.code).toEqual({ s3: { bucket: "builds", key: "orders.zip" } });
});

test("inspect says what synth would do, and writes nothing", async () => {
  const options = await project();
  const { changes, tree } = await inspect(options, toolbox);
  expect(existsSync(options.out)).toBe(false);
  const done = await synth(options, toolbox);
  expect(done.changes).toEqual(changes);
  expect([...done.tree]).toEqual([...tree]);
});

test("a file in the way stops everything: nothing is written, packaged or removed", async () => {
  const options = await project();
  await synth(options, toolbox);
  const before = artifacts(options);
  await rm(path.join(options.out, ".groundplan"), { recursive: true });
  await writeFile(path.join(options.out, "main.tf.json"), "{}");
  await writeFile(path.join(path.dirname(options.spec), "code/index.mjs"), "3");
  await expect(synth(options, toolbox)).rejects.toThrow(UserError);
  expect(artifacts(options)).toEqual(before);
  expect(await mainOf(options)).toEqual({});
});

test("a package that cannot be made is told at the line that names its folder, and leaves nothing", async () => {
  const options = await project(`${spec}    empty: { module: lambda, code: nothing }\n`);
  await writeFiles(path.dirname(options.spec), { "nothing/.groundplanignore": "*" });
  const error = (await synth(options, toolbox).catch((thrown: unknown) => thrown)) as UserError;
  const [problem] = error.diagnostics;
  const line = problem?.location && options.sources.position(problem.location.file, problem.location.start);
  expect([problem?.message, line]).toEqual([expect.stringContaining('"nothing"'), { line: 11, column: 36 }]);
  expect(existsSync(options.out)).toBe(false);
});
