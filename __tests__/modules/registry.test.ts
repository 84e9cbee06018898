import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Ref, reference } from "../../lib/expression";
import type { Module } from "../../lib/module";
import { check, inputRows, type Schema } from "../../lib/schema";
import { reservedWords } from "../../lib/spec/words";
import { registry } from "../../modules";
import { type Rendered, rendered } from "./rendered";

const modules: readonly Module[] = [...registry.values()];

test("every folder of modules is registered, under its own name", () => {
  const folders = readdirSync(join(__dirname, "../../modules"), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect([...registry.keys()].sort()).toEqual(folders.map(({ name }) => name).sort());
});

describe.each(modules)("$name", (module) => {
  const { name, inputs, outputs, connections } = module;

  test("has a name in kebab-case and a summary in one sentence", () => {
    expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    expect(module.summary).toMatch(/^[A-Z][^\n]*\.$/);
  });

  test("describes every input at every depth, and every output", () => {
    const described = [...inputRows(inputs), ...Object.entries(outputs).map(([key, one]) => ({ name: key, ...one }))];
    expect(
      described.filter(({ description }) => !/^[A-Z].*\.$/s.test(description ?? "")).map((row) => row.name),
    ).toEqual([]);
  });

  test("never lets a collection be null", async () => {
    const { variable } = await rendered(module);
    // What finds something may be absent, and then says nothing.
    const collections = Object.entries(inputs.properties).filter(
      ([, { additionalProperties, items, optional }]) =>
        Boolean(additionalProperties ?? items) && !(module.standsFor && optional),
    );
    for (const [input] of collections) expect(variable[input]).toMatchObject({ nullable: false });
  });

  test("has no input that is a word of the spec, but for its name", () => {
    const clashes = Object.keys(inputs.properties).filter((input) =>
      (reservedWords as readonly string[]).includes(input),
    );
    // How something is found stands below `existing`, apart from those words.
    const own = clashes.filter((input) => input !== module.naming?.input && module.standsFor === undefined);
    expect(own).toEqual([]);
  });

  test.each(Object.entries(module.examples))("its example %s is valid", (_, example) => {
    expect(check(inputs, example)).toEqual([]);
  });

  test("its minimal example has only what is required", () => {
    const optional = Object.keys(module.examples.minimal).filter((input) => {
      const { [input]: _, ...rest } = module.examples.minimal as Record<string, unknown>;
      return check(inputs, rest).length === 0;
    });
    expect(optional).toEqual([]);
  });

  test("its complete example sets every input", () => {
    const examples = Object.values(module.examples);
    const unset = Object.keys(inputs.properties).filter((input) => !examples.some((example) => input in example));
    expect(unset).toEqual([]);
  });

  test("gives the outputs that it declares", async () => {
    const { output } = await rendered(module);
    expect(Object.keys(output)).toEqual(Object.keys(outputs));
    expect(Object.values(output).every(({ value }) => value !== null && value !== undefined)).toBe(true);
  });

  test("uses every variable that it declares, and no other", async () => {
    const { variable, body } = await rendered(module);
    const used = [...body.matchAll(/\bvar\.(\w+)/g)].map(([, input]) => input);
    expect([...new Set(used)].sort()).toEqual(Object.keys(variable).sort());
  });

  test("is made of AWS resources alone, or of data sources where it finds: no provider, backend or module", async () => {
    const { resource = {}, data = {}, blocks } = await rendered(module);
    const kind = module.standsFor === undefined ? "resource" : "data";
    expect([...blocks].sort()).toEqual([kind, "output", "terraform", "variable"].sort());
    expect(Object.keys({ ...resource, ...data }).filter((type) => !type.startsWith("aws_"))).toEqual([]);
  });

  test("its edges name inputs and outputs that are there", () => {
    const { parts = {}, key } = connections;
    const paths = [
      ...Object.values(parts).flatMap((part) => (part.inputs ?? []).map((one) => [one])),
      ...(key?.input ? [key.input] : []),
    ];
    // The connections of what finds are those of what makes.
    const { inputs: made } = registry.get(module.standsFor ?? name) ?? module;
    expect(paths.filter((path) => schemaAt(made, path) === undefined)).toEqual([]);
    expect(
      [...Object.values(connections.variables), ...(key ? [key.output] : [])].filter((one) => !outputs[one]),
    ).toEqual([]);
  });

  test("what can be imported of it is a resource that it makes, one or several", async () => {
    const { resource = {} } = await rendered(module);
    const made = resource as Record<string, Record<string, { count?: unknown; for_each?: unknown }>>;
    for (const { resource: address, isKeyed } of Object.values(module.imports ?? {})) {
      const [, type = "", label = "", index] = /^(\w+)\.(\w+)(\[0\])?$/.exec(address) ?? [];
      const found = made[type]?.[label];
      expect([address, found !== undefined]).toEqual([address, true]);
      expect([address, found?.count !== undefined]).toEqual([address, index !== undefined]);
      expect([address, found?.for_each !== undefined]).toEqual([address, isKeyed === true]);
    }
  });

  test("its static outputs depend on the inputs that it says, and on no others", async () => {
    const { static: told } = module;
    const named = [...new Set(Object.values(told?.outputs ?? {}))] as string[];
    const files = await rendered(module);
    const read = named.flatMap((output) => [...inputsOf(files.output[output]?.value, files)]);
    expect([...new Set(read)].sort()).toEqual([...(told?.inputs ?? [])].sort());
  });

  test("its edges have a static form as a whole, or none", () => {
    const { outputs: told } = module.static ?? {};
    const asked = Object.values(connections.access).flatMap(({ resources }) => outputsIn(resources));
    const names = [...asked, ...(connections.key ? [connections.key.output] : [])];
    expect(told ? names.filter((name) => !told[name]) : []).toEqual([]);
  });

  test("its inputs for code and edges are there", () => {
    const { code, receives } = module;
    const named = [code, receives?.statements, receives?.variables].filter((input) => input !== undefined);
    expect(named.filter((input) => !(input in inputs.properties))).toEqual([]);
  });
});

/** The names of the outputs that a function asks for. */
function outputsIn(ask: (outputs: Record<string, Ref<string>>) => unknown): string[] {
  const asked: string[] = [];
  ask(new Proxy({}, { get: (_, name) => asked.push(String(name)) && reference("x") }));
  return asked;
}

/** The variables that an expression depends on, through resources of its module too. */
function inputsOf(value: unknown, files: Rendered, seen = new Set<string>()): Set<string> {
  const text = JSON.stringify(value ?? null);
  const found = new Set([...text.matchAll(/\bvar\.(\w+)/g)].map(([, input]) => input as string));
  for (const [address, type = "", name = ""] of text.matchAll(/\b(aws_\w+)\.(\w+)/g)) {
    const block = files.resource[type]?.[name];
    if (!block || seen.has(address)) continue;
    seen.add(address);
    for (const input of inputsOf(block, files, seen)) found.add(input);
  }
  return found;
}

const finders = modules.filter(({ standsFor }) => standsFor !== undefined);

test.each(finders)(
  "$name has the name and the outputs of what it stands for",
  ({ name, standsFor = "", ...finder }) => {
    expect(name).toBe(`${standsFor}-existing`);
    const maker = registry.get(standsFor) ?? finder;
    expect(finder.outputs).toBe(maker.outputs);
    expect(finder.connections).toBe(maker.connections);
  },
);

const schemaAt = (schema: Schema, path: readonly string[]): Schema | undefined =>
  path.reduce<Schema | undefined>((at, key) => at?.properties?.[key], schema);
