import fc from "fast-check";
import { escapeAll } from "../../lib/compose/escape";
import {
  Dynamic,
  each,
  equals,
  expr,
  forList,
  forMap,
  forOne,
  hcl,
  interpolation,
  json,
  literal,
  omitNull,
  orNull,
  type Part,
  presentIf,
  type Ref,
  reference,
  text,
  when,
} from "../../lib/expression";
import { apply } from "../schema/terraform";

interface Data {
  readonly name: string;
  readonly size: number;
  readonly flag: boolean;
  readonly mode?: string;
  readonly words: readonly string[];
  readonly zones?: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly ttl?: { readonly attribute: string; readonly days?: number };
  readonly groups: Readonly<Record<string, { readonly key: string; readonly sort?: string; readonly words: string[] }>>;
}

const type =
  "object({ name = string, size = number, flag = bool, mode = optional(string), words = list(string), zones = optional(list(string)), tags = map(string), ttl = optional(object({ attribute = string, days = optional(number) })), groups = map(object({ key = string, sort = optional(string), words = list(string) })) })";

/** What a dynamic block comes to, as a value: the blocks that Terraform would write out. */
const blocksOf = (made: unknown): Part =>
  made instanceof Dynamic
    ? reference(`[for it in [for k, v in ${made.forEach} : { key = k, value = v }] : ${hcl(made.content("it"))}]`)
    : ((Array.isArray(made) ? made : made === undefined ? [] : [made]) as Part[]);

const bodies: Record<string, (input: Ref<Data>) => Part> = {
  text: ({ name, size, flag }) => text`$${name}/${size}"${flag}"\n${name}`,
  "text in an expression in text": ({ name, words }) =>
    text`<${expr`join(${text`"${name}",`}, ${[text`{${name}`, name]})`}:${expr`length(${words})`}>`,
  "compound parts": ({ size, flag }) => expr`(${expr`${size} + 1`} * 2 - ${expr`${flag} ? ${size} : -1`}) * ${-2}`,
  "parts of what may be null": ({ ttl, mode }) => [
    orNull(ttl, ({ attribute }) => text`<${attribute}>`),
    orNull(ttl, ({ days }) => orNull(days, (n) => expr<number>`${n} * 24`)),
    orNull(mode, (one) => expr`upper(${one})`),
  ],
  conditions: ({ mode, flag }) => [
    presentIf(flag),
    equals(mode, "$${x}"),
    orNull(presentIf(equals(mode, "a")), (is) => is),
  ],
  "a list of a list": ({ words, name }) => forList(words, (word, i) => ({ i, word, text: text`${i}:${word}/${name}` })),
  "a list of a map": ({ tags }) => forList(tags, (value, key) => [key, value]),
  "a map of a list": ({ words }) => forMap(words, (word) => word),
  "a map of a map": ({ groups }) => forMap(groups, ({ key, sort }, name) => ({ key, sort, name })),
  "three deep": ({ groups, words, tags, name }) =>
    forMap(groups, (group, key) =>
      forList(words, (word, i) => forMap(tags, (tag, k) => [key, group.key, word, i, tag, k, name])),
    ),
  "a list of what may be null": ({ ttl, mode, zones }) => [
    forOne(mode, (one) => one),
    forOne(ttl, ({ attribute, days }) => ({ attribute, days })),
    forOne(zones, (all) => expr`length(${all})`),
  ],
  "for in a list of what may be null": ({ groups }) =>
    forList(groups, ({ sort }, key) => forOne(sort, (one) => text`${key}=${one}`)),
  "without null": ({ mode, ttl, name }) => omitNull({ mode, ttl, name, days: orNull(ttl, ({ days }) => days) }),
  json: ({ name, tags, mode, words }) =>
    json({ 'a"b.c': name, tags, mode, list: forList(words, (word) => ({ word })) }),
  "repeated blocks": ({ words, tags, groups }) => [
    blocksOf(each(words, (word, i) => ({ word, i }))),
    blocksOf(each(tags, (tag, key) => ({ tag, key: text`${key}!` }))),
    blocksOf(each(groups, ({ words: all }, key) => ({ all: forList(all, (item) => text`${key}${item}`) }))),
  ],
  "blocks that may be absent": ({ ttl, zones, flag, mode }) => [
    blocksOf(when(ttl, ({ attribute, days }) => ({ attribute, days }))),
    blocksOf(when(zones, (all) => ({ all }))),
    blocksOf(when(mode, (one) => ({ one }))),
    blocksOf(when(presentIf(flag), () => ({ made: true }))),
  ],
};

/** What each body is for each input, once from variables and once from known values. */
function evaluate(inputs: readonly Data[]) {
  const output: Record<string, { value: unknown }> = {};
  const variable: Record<string, unknown> = {};
  for (const [i, data] of inputs.entries()) {
    variable[`in_${i}`] = { type, default: data };
    for (const [b, body] of Object.values(bodies).entries()) {
      output[`var_${i}_${b}`] = { value: interpolation(literal(body(reference(`var.in_${i}`)))) };
      output[`known_${i}_${b}`] = { value: interpolation(literal(body(literal(escapeAll(data) as Data)))) };
    }
  }
  const { outputs, errors } = apply({ "main.tf.json": { variable, output } });
  expect(errors).toEqual([]);
  const of = (use: string, i: number) =>
    Object.fromEntries(Object.keys(bodies).map((name, b) => [name, outputs[`${use}_${i}_${b}`] ?? null]));
  return inputs.map((_, i) => ({ variables: of("var", i), known: of("known", i) }));
}

const nasty = fc.constantFrom(
  '"',
  "\\",
  "${x}",
  "$${",
  "%{if}",
  "$",
  "%",
  "{",
  "}",
  "\n",
  "\u2028",
  "\0",
  "\b",
  "é",
  "😀",
);
const string = fc.array(fc.oneof(nasty, fc.string({ unit: "grapheme", maxLength: 4 })), { maxLength: 4 }).map((all) => {
  // Terraform normalises what it reads, and so does the loader of specs.
  return all.join("").normalize("NFC");
});
const map = <T>(value: fc.Arbitrary<T>) => fc.dictionary(string, value, { maxKeys: 3 });
const data: fc.Arbitrary<Data> = fc.record(
  {
    name: string,
    size: fc.oneof(fc.integer(), fc.constantFrom(0.1, -2.5, 1e21)),
    flag: fc.boolean(),
    mode: fc.oneof(string, fc.constantFrom("a", "${x}")),
    words: fc.array(string, { maxLength: 3 }),
    zones: fc.array(string, { maxLength: 3 }),
    tags: map(string),
    // open() says of known values, too, what is absent in them.
    ttl: fc.record({ attribute: string, days: fc.option(fc.integer(), { nil: null as never }) }),
    groups: map(
      fc.record(
        { key: string, sort: string, words: fc.array(string, { maxLength: 2 }) },
        { requiredKeys: ["key", "words"] },
      ),
    ),
  },
  { requiredKeys: ["name", "size", "flag", "words", "tags", "groups"] },
);

test("a body is the same from variables as from known values", () => {
  // One run of Terraform is too slow to shrink by; a failure shows the seed instead.
  const seed = Date.now() % 2 ** 31;
  for (const { variables, known } of evaluate(fc.sample(data, { seed, numRuns: 25 })))
    expect({ seed, ...known }).toEqual({ seed, ...variables });
}, 60_000);

describe("of one input", () => {
  const input: Data = {
    name: '"${x}"',
    size: 3,
    flag: true,
    mode: "a",
    words: ["w", "$"],
    tags: { "b.c": "1", a: "2" },
    ttl: { attribute: "t", days: null as never },
    groups: { g: { key: "k", words: ["v"] } },
  };
  let found: Record<string, unknown>;
  beforeAll(() => {
    found = evaluate([input])[0]?.variables ?? {};
  }, 60_000);

  test.each<[body: string, value: unknown]>([
    ["text", '$"${x}"/3"true"\n"${x}"'],
    ["text in an expression in text", '<{"${x}"""${x}"","${x}":2>'],
    ["compound parts", -10],
    ["parts of what may be null", ["<t>", null, "A"]],
    ["conditions", [true, false, true]],
    [
      "a list of a list",
      [
        { i: 0, word: "w", text: '0:w/"${x}"' },
        { i: 1, word: "$", text: '1:$/"${x}"' },
      ],
    ],
    [
      "a list of a map",
      [
        ["a", "2"],
        ["b.c", "1"],
      ],
    ],
    ["a map of a list", { 0: "w", 1: "$" }],
    ["a map of a map", { g: { key: "k", sort: null, name: "g" } }],
    ["a list of what may be null", [["a"], [{ attribute: "t", days: null }], []]],
    ["for in a list of what may be null", [[]]],
    ["without null", { mode: "a", ttl: { attribute: "t", days: null }, name: '"${x}"' }],
    ["json", '{"a\\"b.c":"\\"${x}\\"","list":[{"word":"w"},{"word":"$"}],"mode":"a","tags":{"a":"2","b.c":"1"}}'],
    [
      "repeated blocks",
      [
        [
          { word: "w", i: 0 },
          { word: "$", i: 1 },
        ],
        [
          { tag: "2", key: "a!" },
          { tag: "1", key: "b.c!" },
        ],
        [{ all: ["gv"] }],
      ],
    ],
    ["blocks that may be absent", [[{ attribute: "t", days: null }], [], [{ one: "a" }], [{ made: true }]]],
  ])("%s", (body, value) => {
    expect(found[body]).toEqual(value);
  });
});
