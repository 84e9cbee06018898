import fc from "fast-check";
import { rendered } from "../../render/rendered";

/** What a use says of its parameters, and what is different in prod. */
interface Use {
  readonly text: string;
  readonly size?: number;
  readonly words: readonly string[];
  readonly group: Readonly<Record<string, string | number>>;
  readonly flag?: boolean;
  readonly parts: Readonly<Record<string, string>>;
  readonly only?: readonly string[];
  readonly prod: Readonly<Partial<Pick<Use, "text" | "size" | "words" | "group">>>;
}

interface Model {
  readonly uses: Readonly<Record<string, Use>>;
  readonly tenants: Readonly<Record<string, string>>;
  readonly only: readonly string[];
}

const patterns = {
  parts: {
    parameters: { names: { type: "map" }, prefix: { type: "string" } },
    components: {
      of: { for_each: "${parameter.names}", module: "echo", text: "${parameter.prefix}:${each.key}:${each.value}" },
      all: { module: "echo", text: "${self.last.text}" },
      last: { module: "echo" },
    },
  },
  worker: {
    parameters: {
      text: { type: "string" },
      size: { type: "integer", default: 3 },
      words: { type: "list" },
      group: { type: "map" },
      flag: { type: "boolean", optional: true },
      parts: { type: "map" },
    },
    components: {
      this: {
        module: "echo",
        text: "${parameter.text}",
        count_of: "${parameter.size}",
        words: "${parameter.words}",
        group: "${parameter.group}",
        flag: "${parameter.flag}",
        labels: {
          A: "x-${parameter.text}/${parameter.size}",
          B: "${self.store.text}",
          C: "$${parameter.text}",
          D: "%{x}",
        },
        uses: { "self.store": "read" },
        environments: { prod: { labels: { E: "${parameter.size}" } } },
      },
      store: { module: "echo", text: "of ${parameter.size}", words: ["${parameter.text}", "${environment}"] },
      parts: { pattern: "parts", names: "${parameter.parts}", prefix: "p ${parameter.size}" },
    },
  },
};

const head = { version: 1, name: "shop", region: "us-east-1", environments: { dev: {}, staging: {}, prod: {} } };
const base = { one: { module: "echo", text: "base" } };

/** JSON is YAML. */
const yaml = (spec: object) =>
  Object.entries(spec)
    .map(([word, value]) => `${word}: ${JSON.stringify(value)}\n`)
    .join("");

/** The spec with patterns and repetitions. */
function short({ uses, tenants, only }: Model): string {
  const orders = Object.entries(uses).map(([name, { prod, ...use }]) => [
    name,
    { pattern: "worker", ...use, environments: { prod } },
  ]);
  const tenant = {
    for_each: tenants,
    store: { module: "echo", text: "${each.value}" },
    reader: { module: "echo", text: "${self.store.text}", uses: { "self.store": "read" } },
  };
  return yaml({ ...head, patterns, services: { base, orders: { only, ...Object.fromEntries(orders) }, tenant } });
}

/** The same spec without any. */
function byHand({ uses, tenants, only }: Model): string {
  const orders = Object.entries(uses).flatMap(([name, use]) => workerByHand(name, use, only));
  const ofTenants = Object.entries(tenants).map(([key, value]) => [
    `tenant-${key}`,
    {
      store: { module: "echo", text: value },
      reader: { module: "echo", text: `\${tenant-${key}.store.text}`, uses: { [`tenant-${key}.store`]: "read" } },
    },
  ]);
  const services = { base, orders: Object.fromEntries(orders), ...Object.fromEntries(ofTenants) };
  return yaml({ ...head, services });
}

function workerByHand(name: string, { prod, ...use }: Use, around: readonly string[]): [string, object][] {
  const given = { size: 3, ...use };
  const there = { ...given, ...prod };
  const only = around.filter((one) => use.only?.includes(one) ?? true);
  const has = (...words: (keyof Use["prod"])[]) => words.some((word) => word in prod);
  const component = (body: object, environments: object) => ({
    module: "echo",
    only,
    ...body,
    environments: { prod: environments },
  });
  const label = ({ text, size }: typeof given) => `x-${text}/${size}`;
  const parts = Object.entries(use.parts).map(([key, value]): [string, object] => [
    `${name}-parts-of-${key}`,
    component(
      { text: `p ${given.size}:${key}:${value}` },
      has("size") ? { text: `p ${there.size}:${key}:${value}` } : {},
    ),
  ]);
  return [
    [
      name,
      component(
        {
          text: given.text,
          count_of: given.size,
          words: given.words,
          group: given.group,
          ...(given.flag === undefined ? {} : { flag: given.flag }),
          labels: { A: label(given), B: `\${orders.${name}-store.text}`, C: "$${parameter.text}", D: "%{x}" },
          uses: { [`orders.${name}-store`]: "read" },
        },
        {
          ...(has("text") ? { text: prod.text } : {}),
          ...(has("size") ? { count_of: prod.size } : {}),
          ...(has("words") ? { words: prod.words } : {}),
          ...(has("group") ? { group: { ...given.group, ...prod.group } } : {}),
          labels: { ...(has("text", "size") ? { A: label(there) } : {}), E: String(there.size) },
        },
      ),
    ],
    [
      `${name}-store`,
      component(
        { text: `of ${given.size}`, words: [given.text, "${environment}"] },
        {
          ...(has("size") ? { text: `of ${there.size}` } : {}),
          ...(has("text") ? { words: [there.text, "${environment}"] } : {}),
        },
      ),
    ],
    ...parts,
    [`${name}-parts-all`, component({ text: `\${orders.${name}-parts-last.text}` }, {})],
    [`${name}-parts-last`, component({}, {})],
  ];
}

const piece = fc.oneof(
  fc.string({ maxLength: 6 }).map((text) => text.replaceAll("$", "")),
  fc.constantFrom("${environment}", "$${x.y}", "${ y }", "%{ if }", '"', "null", "true", "012", "$", "ä", "self.store"),
);
const plain = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(" "));
const text = fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: fc.constant("${base.one.text}") });
const size = fc.integer({ min: -5, max: 5000 });
const words = fc.array(plain, { maxLength: 3 });
const group = fc.record({ a: plain, b: size }, { requiredKeys: [] });
const key = fc.constantFrom("a", "b2", "c-d", "e_f", "7");
const environments = fc.constantFrom(["dev", "staging", "prod"], ["staging", "prod"], ["prod"]);

const use = fc
  .record(
    {
      text,
      size,
      words,
      group,
      flag: fc.boolean(),
      parts: fc.dictionary(key, plain, { maxKeys: 3 }),
      only: environments,
      prod: fc.record({ text: plain, size, words, group }, { requiredKeys: [] }),
    },
    { requiredKeys: ["text", "words", "group", "parts", "prod"] },
  )
  .filter((one) => possible(one as Use)) as fc.Arbitrary<Use>;

/** What refers to a component is the same in every environment. */
const possible = ({ text, prod }: Use) =>
  !text.includes("base") || (prod.size === undefined && prod.text === undefined);

const model: fc.Arbitrary<Model> = fc.record({
  uses: fc.dictionary(fc.constantFrom("one", "two", "three"), use, { maxKeys: 3 }),
  tenants: fc.dictionary(key, plain, { minKeys: 1, maxKeys: 3 }),
  only: environments,
});

test("a spec with patterns renders to the same bytes as the same spec written out by hand", async () => {
  await fc.assert(
    fc.asyncProperty(model, async (one) => {
      const [used, written] = [await rendered(short(one)), await rendered(byHand(one))];
      expect([...used.tree]).toEqual([...written.tree]);
    }),
    { numRuns: 30 },
  );
}, 60_000);
