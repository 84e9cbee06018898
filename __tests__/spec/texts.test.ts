import { symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { inputRows } from "../../lib/schema";
import { Mention } from "../../lib/spec";
import { registry } from "../../modules";
import { load, problems, problemsIn } from "./project";

const spec = (text: string) => `services:
  a:
    b: { module: echo, text: x }
    c:
      module: echo
      text: ${text}`;

/** What the text of a file comes to: data, and references as they are between their braces. */
async function partsOf(file: string, words = ""): Promise<readonly unknown[]> {
  const loaded = await load(spec(`{ file: text.txt${words} }`), { files: { "text.txt": file } });
  const text = loaded.values("a.c", "dev")?.text;
  return text instanceof Mention ? text.parts.map((part) => (typeof part === "string" ? part : [part.text])) : [text];
}

test.each([
  ["plain\n", ["plain\n"]],
  ["", [""]],
  ["${other} ${a.b.text} $${x} %{ if true } ${", ["${other} ${a.b.text} $${x} %{ if true } ${"]],
  ["\ufeffe\u0301", ["\u00e9"]],
])("without names, the file %j is data", async (file, parts) => {
  expect(await partsOf(file)).toEqual(parts);
});

const names = ', with: { Text: "${a.b.text}", Two: "<${region}|$${x}>", n.1: 5, Brace: "{a.b.text}" }';
const all = "${Two}${n.1}${Brace}";

test.each([
  [`\${Text}${all}`, [["a.b.text"], "<", ["region"], "|${x}>", "5", "{a.b.text}"]],
  [`\${Text}\${Text}${all}`, [["a.b.text"], ["a.b.text"], "<", ["region"], "|${x}>", "5", "{a.b.text}"]],
  [`$\${Text}${all}`, ["$", ["a.b.text"], "<", ["region"], "|${x}>", "5", "{a.b.text}"]],
  [
    `\${text} \${Text }\${Text}${all}`,
    ["${text} ${Text }", ["a.b.text"], "<", ["region"], "|${x}>", "5", "{a.b.text}"],
  ],
])("the names of `with` in %j are what they stand for", async (file, expected) => {
  const joined = (parts: readonly unknown[]) =>
    parts.map((part) => (Array.isArray(part) ? `<<${part}>>` : part)).join("");
  expect(joined(await partsOf(file, names))).toBe(joined(expected));
});

test("it stands wherever a text may: in lists, in maps, in defaults, in the values of one environment", async () => {
  const loaded = await load(
    `defaults: { echo: { text: { file: text.txt }, labels: { own: { file: text.txt } } } }
services:
  a:
    b:
      module: echo
      words: [x, { file: text.txt }]
      entries: { one: { x: { file: text.txt, with: { Where: "\${environment}" } } } }
      environments:
        prod: { text: { file: text.txt, with: { Where: "in \${environment} $\${x}" } } }`,
    { files: { "text.txt": "${Where}" } },
  );
  const where = "${Where}";
  expect(loaded.values("a.b", "dev")).toMatchObject({ text: where, labels: { own: where }, words: ["x", where] });
  expect(loaded.values("a.b", "dev")?.entries).toEqual({ one: { x: expect.any(Mention) } });
  expect(loaded.values("a.b", "prod")?.text).toBe("in prod ${x}");
});

test("a text of a stronger layer takes its place as a whole", async () => {
  const loaded = await load(
    `defaults: { echo: { text: { file: one.txt, with: { A: x } } } }
services: { a: { b: { module: echo, text: { file: two.txt } }, c: { module: echo, text: plain } } }`,
    { files: { "one.txt": "${A}", "two.txt": "two" } },
  );
  expect([loaded.values("a.b", "dev")?.text, loaded.values("a.c", "dev")?.text]).toEqual(["two", "plain"]);
});

test("its origin is the line that names the file", async () => {
  const loaded = await load(spec("\n        file: text.txt\n        with: { A: '${a.b.text}' }"), {
    files: { "text.txt": "<${A}>" },
  });
  const text = loaded.values("a.c", "dev")?.text as Mention;
  expect([loaded.place(text.location), text.text]).toEqual(["groundplan.yaml:11", "<${a.b.text}>"]);
});

test("paths start from the file that names them", async () => {
  const services = "services: { a: { b: { module: echo, text: { file: texts/one.txt } } } }";
  const loaded = await load("include: [parts/a.yaml]", {
    files: { "parts/a.yaml": services, "parts/texts/one.txt": "one" },
  });
  expect(loaded.values("a.b", "dev")?.text).toBe("one");
});

test("a key that is called `file` is a key where a map is wanted", async () => {
  expect((await load("services: { a: { b: { module: echo, labels: { file: x } } } }")).values("a.b", "dev")).toEqual({
    labels: { file: "x" },
  });
});

test("a text of a file may not be a list, nor hold one", async () => {
  const list = (parts: string) =>
    problems(
      `services: { a: { b: { module: echo }, c: { module: echo, text: { file: t, with: { L: "\${a.b.word_list}" } } } } }`,
      { files: { t: parts } },
    );
  expect(await list("${L}")).toEqual(["groundplan.yaml:5:86 a.b.word_list is a list, where a text is wanted"]);
  expect(await list("<${L}>")).toEqual([
    "groundplan.yaml:5:86 a.b.word_list is a list, which cannot stand inside a longer text",
  ]);
});

test.each([
  ["too large", "x".repeat(1024 * 1024 + 1), "text.txt is too large: 1.0 MB, of at most 1 MB"],
  ["no text", Buffer.from([0xff, 0xfe, 0x41, 0x00]), "text.txt is not UTF-8, but UTF-16"],
])("a file that is %s is named", async (_, content, message) => {
  const { folder } = await load("services: {}");
  await writeFile(
    path.join(folder, "groundplan.yaml"),
    `version: 1
name: shop
region: us-east-1
environments: { dev: {} }
services: { a: { b: { module: echo, text: { file: text.txt } } } }`,
  );
  await writeFile(path.join(folder, "text.txt"), content);
  expect(problemsIn(folder)).toEqual([`groundplan.yaml:5:51 ${message}`]);
});

test("a symbolic link does not lead out of the folder of the spec", async () => {
  const { folder } = await load("services: { a: { b: { module: echo } } }", { files: { "x.txt": "x" } });
  await writeFile(
    path.join(folder, "groundplan.yaml"),
    `version: 1
name: shop
region: us-east-1
environments: { dev: {} }
services: { a: { b: { module: echo, text: { file: link.txt } } } }`,
  );
  await symlink("/etc/hostname", path.join(folder, "link.txt"));
  expect(problemsIn(folder)).toEqual(["groundplan.yaml:5:51 link.txt is outside the folder of the spec"]);
});

test.each([...registry.values()])("no object of $name has a member that is called file", ({ inputs }) => {
  const names = inputRows(inputs).map(({ name }) => name);
  expect(names.filter((name) => /(^|\.)file$/.test(name))).toEqual([]);
});

test("JSON may be written as what it says, wherever a text is JSON", async () => {
  const values = async (input: string) =>
    (
      await load(
        `services:
  a:
    t: { module: dynamodb, hash_key: id, attributes: { id: S } }
    b: { module: lambda, code: code, runtime: nodejs22.x, handler: index.handler, run_once: { input: ${input} } }`,
        { registry, files: { "code/a.mjs": "", "a.json": "[1]" } },
      )
    ).values("a.b", "dev")?.run_once as { input: unknown };
  const of = async (input: string) => (await values(input)).input;
  expect(await of('{ a: [1, 1.50, -2e3, true, ~, "5", 007, x y], "\\"": {} }')).toBe(
    '{"a":[1,1.50,-2e3,true,null,"5","007","x y"],"\\"":{}}',
  );
  expect(await of('{ a: "$${x} ${y z}", b: \'"\' }')).toBe('{"a":"${x} ${y z}","b":"\\""}');
  expect(await of("[]")).toBe("[]");
  expect(await of("{ file: a.json }")).toBe("[1]");
  expect(await of("{ file: a.json, name: x }")).toBe('{"file":"a.json","name":"x"}');
  const { parts } = (await of('{ a: "${a.t.dynamodb_table_arn}", b: "x/${region}" }')) as Mention;
  expect(parts.map((part) => (typeof part === "string" ? part : [part.text, part.as]))).toEqual([
    "{",
    '"a":',
    ["a.t.dynamodb_table_arn", "json"],
    ",",
    '"b":',
    '"',
    "x/",
    ["region", "json string"],
    '"',
    "}",
  ]);
});
