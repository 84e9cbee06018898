import { registry } from "../../modules";
import { HEAD, rendered } from "./rendered";

const table = (body: string) => `table: { module: dynamodb, hash_key: id, attributes: { id: S }, ${body} }`;
const spec = (layout: string, services: string) =>
  `${HEAD}layout: ${layout}\nenvironments: { dev: {}, prod: {} }\nservices: ${services}\n`;
const given = { registry };

const own = `{ a: { ${table('name: "t-${environment}", import: { prod: "t-${environment}" }')} } }`;
const some = `{ a: { ${table("only: [prod], name: table, import: { prod: { table: table } }")} } }`;

test("an environment's root imports what that environment has, into the composition that it calls", async () => {
  const tree = await rendered(spec("directories", own), given);
  expect(tree.at("environments/prod/main.tf.json", "import")).toEqual([
    { to: "module.system.module.a_table.aws_dynamodb_table.this", id: "t-prod" },
  ]);
  expect(tree.at("environments/dev/main.tf.json", "import")).toBeUndefined();
  expect(tree.at("main.tf.json", "import")).toBeUndefined();
});

test("the root of all environments imports by environment", async () => {
  const tree = await rendered(spec("workspaces", own), given);
  expect(tree.at("main.tf.json", "import")).toEqual([
    {
      for_each: '${toset(lookup({"prod" = ["t-prod"]}, var.environment, []))}',
      to: "module.a_table.aws_dynamodb_table.this",
      id: "${each.value}",
    },
  ]);
});

test.each([
  ["directories", "environments/prod/main.tf.json", "module.system.module.a_table[0].aws_dynamodb_table.this"],
  ["workspaces", "main.tf.json", "module.a_table[0].aws_dynamodb_table.this"],
])("what some environment lacks is counted (%s)", async (layout, file, to) => {
  const tree = await rendered(spec(layout, some), given);
  expect(tree.at(file, "import")).toEqual([expect.objectContaining({ to })]);
});

test("ids and keys are data", async () => {
  const parameters =
    '{ module: api-gateway, routes: { $default: { target: t } }, targets: { t: { http: { url: "https://example.com" } } }, import: { dev: { routes: { "${x": "%{if}$${y.z}" } } } }';
  const tree = await rendered(spec("directories", `{ a: { p: ${parameters} } }`), given);
  expect(tree.at("environments/dev/main.tf.json", "import")).toEqual([
    { to: 'module.system.module.a_p.aws_apigatewayv2_route.route["$${x"]', id: "%%{if}$${y.z}" },
  ]);
});

test("a name of one environment is chosen by the environment; one for all is as it was", async () => {
  const named = (body: string) => spec("directories", `{ a: { ${table(body)} } }`);
  const tree = await rendered(named("environments: { prod: { name: legacy } }"), given);
  expect(tree.at("main.tf.json", "module", "a_table", "name")).toBe(
    '${{"dev" = "shop-${var.environment}-a-table", "prod" = "legacy"}[var.environment]}',
  );
  const same = await rendered(named("name: legacy, environments: { prod: { name: legacy } }"), given);
  expect(same.at("main.tf.json", "module", "a_table", "name")).toBe("legacy");
});
