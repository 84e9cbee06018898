import { HEAD, rendered } from "./rendered";

const spec = (only: string, environments = "{ dev: {}, prod: {} }") =>
  `${HEAD}environments: ${environments}\nservices: { a: { b: { module: echo${only} }, other: { module: echo, text: "\${a.b.text}" } } }`;

const pairs = async (only: string) => (await rendered(spec(only))).at("main.tf.json", "moved");

test("every component has a moved pair, so that adding or dropping count moves nothing", async () => {
  expect(await pairs("")).toEqual([
    { from: "module.a_b[0]", to: "module.a_b" },
    { from: "module.a_other[0]", to: "module.a_other" },
  ]);
  expect(await pairs(", only: [prod]")).toEqual([
    { from: "module.a_b", to: "module.a_b[0]" },
    { from: "module.a_other[0]", to: "module.a_other" },
  ]);
});

test("a component of all environments is a plain call", async () => {
  const tree = await rendered(spec(""));
  expect(tree.at("main.tf.json", "module", "a_b")).toEqual({
    source: "./modules/echo",
    name: "shop-${var.environment}-a-b",
  });
});

test("one that some environment lacks is counted, wherever it is named", async () => {
  const tree = await rendered(spec(", only: [prod]"));
  expect(tree.at("main.tf.json", "module", "a_b", "count")).toBe('${contains(["prod"], var.environment) ? 1 : 0}');
  expect(tree.at("main.tf.json", "module", "a_other", "text")).toBe("${one(module.a_b[*].text)}");
  expect(tree.at("outputs.tf.json", "output", "a_b", "value", "text")).toBe("${one(module.a_b[*].text)}");
});

test("naming all environments in only is the same as not writing it", async () => {
  const [all, none] = [await rendered(spec(", only: [prod, dev]")), await rendered(spec(""))];
  expect(Object.fromEntries(all.tree)).toEqual(Object.fromEntries(none.tree));
});

test("dropping a component from one environment changes nothing in what the others say", async () => {
  const [whole, less] = [await rendered(spec("")), await rendered(spec(", only: [prod]"))];
  const changed = [...whole.tree].filter(([file, text]) => less.tree.get(file) !== text).map(([file]) => file);
  expect(changed).toEqual(["main.tf.json", "outputs.tf.json"]);
});

test("a plan of the composition itself is refused, by a sentence that says where to go", async () => {
  const tree = await rendered(spec("", "{ dev: {}, staging: {}, prod: {} }"));
  expect(tree.at("outputs.tf.json", "output", "environment", "precondition", "0")).toEqual({
    condition: "${path.module != path.root}",
    error_message: expect.stringMatching(/environments\/dev, environments\/staging or environments\/prod\.$/),
  });
});

test("variables are the environment, what only environments know, and what differs", async () => {
  const tree = await rendered(
    `${HEAD}environments: { dev: {}, prod: {} }
services:
  a:
    same: { module: echo, text: "\${region}" }
    differs: { module: echo, environments: { prod: { text: y } } }
    one: { module: echo, only: [prod], environments: { prod: { text: y } } }`,
  );
  const variables = tree.at("variables.tf.json", "variable") as object;
  expect(Object.keys(variables)).toEqual(["environment", "region", "a_differs"]);
  expect(variables).toMatchObject({ a_differs: { type: "object({ text = optional(string) })", nullable: false } });
});

test("a component that some environment lacks has a variable that may be absent", async () => {
  const tree = await rendered(
    `${HEAD}environments: { dev: {}, staging: {}, prod: {} }
services: { a: { b: { module: echo, only: [staging, prod], environments: { prod: { text: y } } } } }`,
  );
  expect(tree.at("variables.tf.json", "variable", "a_b", "default")).toBeNull();
  expect(tree.at("environments/dev/main.tf.json", "module", "system")).toEqual({ source: "../..", environment: "dev" });
  expect(tree.at("environments/staging/main.tf.json", "module", "system", "a_b")).toEqual({});
});

test("data in the values of an environment is escaped in a root, and plain in a file of values", async () => {
  const services = 'services: { a: { b: { module: echo, environments: { prod: { text: "%{ if x }$${y}" } } } } }';
  const roots = await rendered(`${HEAD}environments: { dev: {}, prod: {} }\n${services}`);
  const files = await rendered(`${HEAD}layout: workspaces\nenvironments: { dev: {}, prod: {} }\n${services}`);
  expect(roots.at("environments/prod/main.tf.json", "module", "system", "a_b", "text")).toBe("%%{ if x }$${y}");
  expect(files.at("environments/prod.tfvars.json", "a_b", "text")).toBe("%{ if x }${y}");
});

test("the account is looked up in the composition only where something needs it", async () => {
  const services = (text: string) => `services: { a: { b: { module: echo, text: "${text}" } } }`;
  const head = `${HEAD}environments: { dev: {} }\n`;
  expect((await rendered(head + services("${account}"))).at("main.tf.json", "data")).toEqual({
    aws_caller_identity: { current: {} },
  });
  expect((await rendered(head + services("plain"))).at("main.tf.json", "data")).toBeUndefined();
});
