import { labelOf, linksOf, Mention, variablesOf } from "../../lib/spec";
import { load, problems } from "./project";

test("a component has an address, a label, and a name of project, environment, service and component", async () => {
  const { name, service, address, label, awsName, environments } = (
    await load("services: { orders-eu: { main-table: { module: echo } } }")
  ).component("orders-eu.main-table");
  expect({ name, service, address, label, environments }).toEqual({
    name: "main-table",
    service: "orders-eu",
    address: "orders-eu.main-table",
    label: "orders_eu_main_table",
    environments: ["dev", "prod"],
  });
  expect((awsName as Mention).text).toBe("${name}-${environment}-orders-eu-main-table");
});

test.each([
  ["orders", "orders"],
  ["012", "012"],
  ["$${x}", "${x}"],
])("name: %s is the AWS name %s", async (written, name) => {
  const loaded = await load(`services: { a: { b: { module: echo, name: "${written}" } } }`);
  expect(loaded.component("a.b").awsName).toBe(name);
});

test("only keeps the order of the spec, and its values are those of these environments", async () => {
  const head = "version: 1\nname: shop\nregion: us-east-1\nenvironments: { dev: {}, staging: {}, prod: {} }\n";
  const loaded = await load(`${head}services: { a: { b: { module: echo, only: [prod, dev, prod] } } }`);
  expect(loaded.component("a.b").environments).toEqual(["dev", "prod"]);
  expect(Object.keys(loaded.component("a.b").values)).toEqual(["dev", "prod"]);
});

test("uses are read short and long", async () => {
  const { uses } = (
    await load(`
services:
  a:
    short: { module: echo }
    long: { module: echo }
    consumer:
      module: echo
      uses:
        a.short: read
        a.long:
          actions: ["echo:One"]
          env: { CHOSEN: text }
          conditions: { StringLike: { "aws:x": ["\${aws:y}"] } }
`)
  ).component("a.consumer");
  expect(uses.map(({ location, ...use }) => use)).toEqual([
    { target: "a.short", access: ["read"] },
    {
      target: "a.long",
      access: [],
      actions: ["echo:One"],
      env: { CHOSEN: "text" },
      conditions: { StringLike: { "aws:x": ["${aws:y}"] } },
    },
  ]);
});

test("an edge gives variables named after what it uses, or those that the author chose", async () => {
  const { project, component } = await load(
    "services: { a-1: { one: { module: echo }, two: { module: echo, uses: { a-1.one: { access: read, env: { X: text } } } }, three: { module: echo, uses: { a-1.one: read } } } }",
  ).then((loaded) => ({ project: loaded.project, component: loaded.component.bind(loaded) }));
  const variables = ["a-1.two", "a-1.three"].map((address) =>
    component(address).uses.map((use) => variablesOf(use, project.components)),
  );
  expect(variables).toEqual([[{ X: "text" }], [{ A_1_ONE_TEXT: "text" }]]);
});

test("permissions keep what is data and what is a reference", async () => {
  const { permissions } = (
    await load(`
services:
  a:
    b:
      module: echo
      permissions:
        - actions: ["s3:GetObject", "s3:List*"]
          resources: ["arn:aws:s3:::x/\${aws:username}", "\${local.bucket}"]
          conditions: { StringEquals: { "aws:SourceAccount": ["\${account}"] } }
`)
  ).component("a.b");
  expect(permissions).toEqual([
    {
      actions: ["s3:GetObject", "s3:List*"],
      resources: ["arn:aws:s3:::x/${aws:username}", expect.any(Mention)],
      conditions: { StringEquals: { "aws:SourceAccount": [expect.any(Mention)] } },
    },
  ]);
});

test("a component depends on what it uses and refers to, each once", async () => {
  const loaded = await load(`
services:
  a:
    one: { module: echo }
    two: { module: echo }
    three: { module: echo }
    four:
      module: echo
      name: "\${a.three.text}"
      text: "\${a.one.text}\${a.two.text}"
      words: ["\${a.two.text}"]
      uses: { a.one: read }
`);
  expect(linksOf(loaded.component("a.four")).map(({ to }) => to)).toEqual(["a.one", "a.three", "a.two"]);
});

test("two circles are told as two", async () => {
  const use = (target: string) => `{ module: echo, text: "\${a.${target}.text}" }`;
  expect(
    await problems(
      `services: { a: { b: ${use("c")}, c: ${use("b")}, d: ${use("e")}, e: ${use("d")}, f: ${use("d")} } }`,
    ),
  ).toEqual([
    expect.stringContaining("in a circle: a.b → a.c → a.b"),
    expect.stringContaining("in a circle: a.d → a.e → a.d"),
  ]);
});

test("a reference to what some environment lacks is null there, so it stands only where nothing may stand", async () => {
  const spec = (input: string) => `services:
  a:
    some: { module: echo, only: [prod] }
    consumer: { module: echo, ${input} }`;
  const missing = "a.some does not exist in dev, where a.consumer needs it";
  expect(await problems(spec('text: "${a.some.text}"'))).toEqual([]);
  expect(await problems(spec('only: [prod], words: ["${a.some.text}"]'))).toEqual([]);
  expect(await problems(spec('words: ["${a.some.text}"]'))).toEqual([expect.stringContaining(missing)]);
  expect(await problems(spec('text: "x-${a.some.text}"'))).toEqual([expect.stringContaining(missing)]);
});

test.each([
  ["orders.table", "orders_table"],
  ["a-b_c", "a_b_c"],
  ["GET /orders/{id}", "GET_orders_id_"],
  ["7x", "_7x"],
])("the label of %s is %s", (text, label) => {
  expect(labelOf(text)).toBe(label);
});
