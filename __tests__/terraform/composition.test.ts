import path from "node:path";
import fc from "fast-check";
import { stringify } from "yaml";
import { Sources } from "../../lib/diagnostic";
import { withDefaults } from "../../lib/schema";
import { synth } from "../../lib/synth";
import { echo, echoes, echoFiles, noCloud } from "../support/echo";
import { scratchFolder } from "../support/folder";
import { Terraform } from "../support/terraform";

const environments = ["dev", "staging", "prod"];

const hostile = [
  '${file("/etc/passwd")}',
  "%{ if true }x%{ endif }",
  '"}',
  "two\nlines\n",
  "$${literal}",
  "$$${x.y}",
  "%%{a}",
  "\\\"'`",
  "${",
  "$",
  "\u2028 ☃ é",
];
const text = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ minLength: 1 }).map((value) => value.normalize("NFC").replaceAll("\u0000", "0")),
);
const key = fc.oneof(
  fc.constantFrom("GET /orders/{id}", "a", "a_b", "a.b", "a-b", "${x", "7"),
  fc.stringMatching(/^[a-z]{1,3}$/),
);
const inputs = fc.record(
  {
    text,
    count_of: fc.integer(),
    flag: fc.boolean(),
    words: fc.array(text, { maxLength: 3 }),
    labels: fc.dictionary(key, text, { maxKeys: 3 }),
    group: fc.record({ a: text, b: fc.integer() }, { requiredKeys: [] }),
    entries: fc.dictionary(key, fc.record({ x: text, y: fc.integer() }, { requiredKeys: [] }), { maxKeys: 3 }),
  },
  { requiredKeys: [] },
);
type Inputs = Record<string, unknown>;
const component = fc.record({ own: inputs, dev: fc.option(inputs), prod: fc.option(inputs) });
interface Sample {
  readonly own: Inputs;
  readonly dev: Inputs | null;
  readonly prod: Inputs | null;
}

/** What a YAML file must say for a text to arrive as it is: `${a.b}` would be a reference. */
const written = (value: unknown): unknown => {
  if (typeof value === "string") return value.replaceAll("${", () => "$${");
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, written(item)]));
};

const isMap = (value: unknown): value is Inputs => typeof value === "object" && value !== null && !Array.isArray(value);
const merged = (weak: unknown, strong: unknown): unknown =>
  isMap(weak) && isMap(strong)
    ? Object.fromEntries(
        [...new Set([...Object.keys(weak), ...Object.keys(strong)])].map((name) => [
          name,
          name in strong ? (name in weak ? merged(weak[name], strong[name]) : strong[name]) : weak[name],
        ]),
      )
    : strong;

const expected = ({ own, dev, prod }: Sample, environment: string): unknown => {
  const values = merged(own, (environment === "dev" ? dev : environment === "prod" ? prod : null) ?? {});
  return complete(withDefaults(echo.inputs, values));
};
const complete = (values: unknown) => {
  const { entries, group, ...rest } = values as Inputs & { entries: Inputs; group: Inputs };
  const all = Object.entries(entries).map(([name, entry]) => [name, { x: null, y: null, ...(entry as Inputs) }]);
  return {
    text: null,
    count_of: null,
    flag: null,
    words: null,
    ...rest,
    group: { a: null, ...group },
    entries: Object.fromEntries(all),
    statements: {},
  };
};

const specOf = (samples: readonly Sample[]) => ({
  version: 1,
  name: "echo",
  region: "us-east-1",
  environments: Object.fromEntries(environments.map((name) => [name, {}])),
  services: {
    s: Object.fromEntries(
      samples.map(({ own, dev, prod }, i) => [
        `c${i}`,
        {
          module: "echo",
          ...(written(own) as Inputs),
          environments: { ...(dev ? { dev: written(dev) } : {}), ...(prod ? { prod: written(prod) } : {}) },
        },
      ]),
    ),
  },
});

async function rendered(samples: readonly Sample[], layout: "directories" | "workspaces") {
  const folder = await scratchFolder({
    "groundplan.yaml": stringify({ ...specOf(samples), layout }, { lineWidth: 0 }),
  });
  const spec = path.join(folder, "groundplan.yaml");
  const toolbox = {
    cloud: noCloud,
    registry: echoes,
    profiles: {},
    moduleFiles: async () => echoFiles,
    template: () => "",
  };
  const out = path.join(folder, "infrastructure");
  await synth({ spec, out, sources: new Sources() }, toolbox);
  return out;
}

const outputOf = async (terraform: Terraform) => (await terraform.output()) as Record<string, { given: Inputs }>;
const withoutName = ({ name, ...rest }: Inputs) => rest;

const samples = fc.sample(component, { numRuns: 60, seed: 20 }) as Sample[];

test("every environment's values arrive exactly, whatever they hold, with a root per environment", async () => {
  const out = await rendered(samples, "directories");
  for (const environment of environments) {
    const terraform = new Terraform(path.join(out, "environments", environment));
    await terraform.init();
    await terraform.apply();
    const outputs = await outputOf(terraform);
    samples.forEach((sample, i) => {
      const given = outputs[`s_c${i}`]?.given as Inputs;
      expect(given.name).toBe(`echo-${environment}-s-c${i}`);
      expect(withoutName(given)).toEqual(expected(sample, environment));
    });
  }
});

test("and with a workspace per environment; in the wrong workspace the plan is refused", async () => {
  const out = await rendered(samples, "workspaces");
  const terraform = new Terraform(out);
  await terraform.init();
  for (const environment of environments) {
    await terraform.run("workspace select", "-or-create", environment);
    await terraform.apply(`-var-file=environments/${environment}.tfvars.json`);
    const outputs = await outputOf(terraform);
    samples.forEach((sample, i) => {
      expect(withoutName(outputs[`s_c${i}`]?.given as Inputs)).toEqual(expected(sample, environment));
    });
  }
  await expect(terraform.plan("-var-file=environments/dev.tfvars.json")).rejects.toThrow(
    /The workspace is "prod", the values\s+are those of dev/,
  );
});
