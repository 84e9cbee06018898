import { readFileSync } from "node:fs";
import path from "node:path";
import { aws } from "../../clouds/aws";
import { profiles } from "../../environments";
import { Sources, UserError } from "../../lib/diagnostic";
import { moveComponent } from "../../lib/move";
import { registry } from "../../modules";
import { type Files, scratchFolder } from "../support/folder";

const HEAD = "version: 1\nname: shop\nregion: us-east-1\nenvironments: { dev: {}, prod: {} }\n";
const table = "{ module: dynamodb, hash_key: id, attributes: { id: S } }";

async function moved(spec: string, from: string, to: string, files: Files = {}) {
  const folder = await scratchFolder({
    "groundplan.yaml": HEAD + spec,
    "code/index.mjs": "export const handler = () => {};\n",
    ...files,
  });
  const file = path.join(folder, "groundplan.yaml");
  const { texts, renamed } = moveComponent({ file, cloud: aws, registry, profiles, sources: new Sources() }, from, to);
  const text = (name: string) => texts.get(name) ?? readFileSync(path.join(folder, name), "utf8");
  return { spec: text("groundplan.yaml").replace(HEAD, ""), text, renamed };
}

const refusal = (spec: string, from: string, to: string, files: Files = {}) =>
  moved(spec, from, to, files).then(
    () => "accepted",
    (error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      return error.message;
    },
  );

test("a component is renamed with all that names it, and keeps its AWS name", async () => {
  const { spec } = await moved(
    `
# What is sold.
services:
  orders:
    # the lines of orders
    items: # not a table of tables
      module: dynamodb   # two spaces before this
      hash_key: id
      attributes: {id: S}

    function:
      module: lambda
      code: code
      handler: 'index.handler'
      runtime: nodejs22.x
      environment_variables:
        TABLE: "\${orders.items.dynamodb_table_name}" # by its name
        PLAIN: orders.items
        ESCAPED: $\${orders.items.dynamodb_table_name}
      uses:
        "orders.items": read # and no more
    alarms:
      module: monitoring
      watch: [orders.items, orders.function]
      except: ["orders.items.throttles"]
exports:
  table: \${orders.items.dynamodb_table_arn}
`,
    "orders.items",
    "orders.table",
  );
  expect(spec).toBe(`
# What is sold.
services:
  orders:
    # the lines of orders
    table: # not a table of tables
      module: dynamodb   # two spaces before this
      name: "\${name}-\${environment}-orders-items"
      hash_key: id
      attributes: {id: S}

    function:
      module: lambda
      code: code
      handler: 'index.handler'
      runtime: nodejs22.x
      environment_variables:
        TABLE: "\${orders.table.dynamodb_table_name}" # by its name
        PLAIN: orders.items
        ESCAPED: $\${orders.items.dynamodb_table_name}
      uses:
        "orders.table": { access: read, env: { ORDERS_ITEMS_NAME: dynamodb_table_name, ORDERS_ITEMS_ARN: dynamodb_table_arn } } # and no more
    alarms:
      module: monitoring
      watch: [orders.table, orders.function]
      except: ["orders.table.throttles"]
exports:
  table: \${orders.table.dynamodb_table_arn}

moved:
  - { from: orders.items, to: orders.table }
`);
});

test("it goes to another service with its comments, and leaves the rest as it is", async () => {
  const { spec } = await moved(
    `services:
  orders:
    # kept

    # of old
    # orders
    items:
      module: dynamodb
      hash_key: id
# at the margin
      attributes: { id: S }
      # the end of it

    other: ${table}
  billing:
      ledger: ${table}
x-after: {}
`,
    "orders.items",
    "billing.lines",
  );
  expect(spec).toBe(`services:
  orders:
    # kept

    other: ${table}
  billing:
      ledger: ${table}
      # of old
      # orders
      lines:
        module: dynamodb
        name: "\${name}-\${environment}-orders-items"
        hash_key: id
  # at the margin
        attributes: { id: S }
        # the end of it
x-after: {}

moved:
  - { from: orders.items, to: billing.lines }
`);
});

test("a service of which it is all is renamed", async () => {
  const { spec } = await moved(`services:\n  orders:\n    items: ${table}\n`, "orders.items", "billing.items");
  expect(spec).toContain("services:\n  billing:\n    items: { module: dynamodb, name:");
});

test("a service that is not there is made after the one that it leaves", async () => {
  const { spec } = await moved(
    `services:\n  orders:\n    other: ${table}\n    items: ${table}\n  last:\n    one: ${table}\n`,
    "orders.items",
    "billing.items",
  );
  expect(spec.replaceAll(/\{ module.*\}/g, "…")).toBe(
    "services:\n  orders:\n    other: …\n\n  billing:\n    items: …\n  last:\n    one: …\n\nmoved:\n  - { from: orders.items, to: billing.items }\n",
  );
});

test("between braces it moves with its comma", async () => {
  const { spec } = await moved(
    `services: { orders: { items: ${table}, other: ${table} }, billing: { one: ${table} } }\nmoved: []\n`,
    "orders.items",
    "billing.items",
  );
  const pinned = table.replace("dynamodb", 'dynamodb, name: "${name}-${environment}-orders-items"');
  expect(spec).toBe(
    `services: { orders: { other: ${table} }, billing: { one: ${table} , items: ${pinned} } }\nmoved: [{ from: orders.items, to: billing.items }]\n`,
  );
});

const functionUsing = (uses: string) =>
  `    function:\n      module: lambda\n      code: code\n      handler: index.handler\n      runtime: nodejs22.x\n      uses:\n${uses}`;

test("an edge in its long form keeps its words, and its own variables", async () => {
  const { spec } = await moved(
    `services:
  orders:
    items: ${table}
${functionUsing(`        orders.items:
          # what it may
          access: read
          actions: [dynamodb:GetItem]
`)}
  b:
${functionUsing("        orders.items: { access: read }\n")}
  c:
${functionUsing("        orders.items: { access: read, env: { T: dynamodb_table_name } }\n")}`,
    "orders.items",
    "orders.table",
  );
  const env = "env: { ORDERS_ITEMS_NAME: dynamodb_table_name, ORDERS_ITEMS_ARN: dynamodb_table_arn }";
  expect(spec).toContain(`        orders.table:
          # what it may
          ${env}
          access: read
          actions: [dynamodb:GetItem]
`);
  expect(spec).toContain(`orders.table: { ${env}, access: read }`);
  expect(spec).toContain("orders.table: { access: read, env: { T: dynamodb_table_name } }");
});

test("what is given to a pattern names it anew, and what that changes is told", async () => {
  const { spec, renamed } = await moved(
    `patterns:
  reader:
    parameters: { source: { type: string } }
    components:
      this:
        module: lambda
        code: code
        handler: index.handler
        runtime: nodejs22.x
        uses: { "\${parameter.source}": read }
services:
  orders:
    items: ${table}
    reader: { pattern: reader, source: orders.items }
`,
    "orders.items",
    "orders.table",
  );
  expect(spec).toContain("reader: { pattern: reader, source: orders.table }");
  expect(renamed).toEqual([{ address: "orders.reader", arguments: ["environment_variables"], isNaming: true }]);
});

test("a file of another folder is written as seen from there", async () => {
  const { text } = await moved("include: [teams/*/*.yaml]\nservices: {}\n", "a.seed", "b.seed", {
    "teams/a/a.yaml": `services:
  a:
    stays: ${table}
    seed:
      module: lambda
      code: src # ours
      handler: index.handler
      runtime: nodejs22.x
      environment_variables: { SETTINGS: { file: settings.txt } }
`,
    "teams/a/src/index.mjs": "export const handler = () => {};\n",
    "teams/a/settings.txt": "a: 1\n",
    "teams/b/b.yaml": `services:\r\n  b:\r\n    stays: ${table}\r\n`,
  });
  expect(text("teams/a/a.yaml")).toBe(`services:\n  a:\n    stays: ${table}\n`);
  expect(text("teams/b/b.yaml")).toContain("    seed:\r\n      module: lambda\r\n");
  expect(text("teams/b/b.yaml")).toContain("code: ../a/src # ours\r\n");
  expect(text("teams/b/b.yaml")).toContain("{ file: ../a/settings.txt }");
  expect(text("groundplan.yaml")).toContain("moved:\n  - { from: a.seed, to: b.seed }\n");
});

test.each([
  [
    "a list of lines",
    "moved:\n- { from: x.y, to: orders.items } # first\n",
    "- { from: x.y, to: orders.items } # first\n- { from: orders.items, to: orders.table }\n",
  ],
  [
    "a list in brackets",
    "moved: [{ from: x.y, to: orders.items }]\n",
    "[{ from: x.y, to: orders.items }, { from: orders.items, to: orders.table }]\n",
  ],
  [
    "a move back",
    "moved:\n  - { from: orders.table, to: orders.items } # first\n",
    "  - { from: orders.items, to: orders.table }\n",
  ],
  [
    "a move back along a chain",
    "moved: [{ from: x.y, to: orders.table }, { from: orders.table, to: orders.items }]\n",
    "[{ from: x.y, to: orders.items }, { from: orders.items, to: orders.table }]\n",
  ],
])("moved grows where it is %s", async (_, before, after) => {
  const { spec } = await moved(`${before}services:\n  orders:\n    items: ${table}\n`, "orders.items", "orders.table");
  expect(spec.slice(0, spec.indexOf("services:"))).toBe(
    before.slice(0, before.search(/[[-]/)).replace(/ +$/, (end) => (before.includes("[") ? end : "")) + after,
  );
});

const both = `services:\n  orders:\n    items: ${table}\n    other: ${table}\n`;

test.each([
  ["what is not there", both, "orders.tabel", "a.b", "there is no component orders.tabel"],
  ["to what is taken", both, "orders.items", "orders.other", "there is a component orders.other already"],
  ["to itself", both, "orders.items", "orders.items", "orders.items has this address"],
  ["to what is no address", both, "orders.items", "table", '"table" is no address'],
  ["to a bad name", both, "orders.items", "orders.Table", 'the name "Table" is not allowed'],
  ["to a reserved word", both, "orders.items", "orders.defaults", "`defaults` is a reserved word"],
  [
    "to another's label",
    `services:\n  a: { b_c: ${table}, x: ${table} }\n`,
    "a.x",
    "a_b.c",
    "a_b.c and a.b_c both become `a_b_c` in Terraform",
  ],
  [
    "what is of a for_each",
    `services:\n  a:\n    t:\n      for_each: [x]\n      module: dynamodb\n      hash_key: id\n      attributes: { id: S }\n`,
    "a.t-x",
    "a.u",
    "a.t-x is not written on its own",
  ],
  [
    "what stands for several",
    `services:\n  a:\n    t:\n      for_each: [x]\n      module: dynamodb\n      hash_key: id\n      attributes: { id: S }\n`,
    "a.t",
    "a.u",
    "a.t stands for several components",
  ],
  [
    "what is of a pattern",
    `patterns: { p: { components: { this: ${table} } } }\nservices:\n  a: { t: { pattern: p } }\n`,
    "a.t",
    "a.u",
    "a.t is not written on its own",
  ],
  [
    "into a repeated service",
    `${both}  s:\n    for_each: [x]\n    t: ${table}\n`,
    "orders.items",
    "s.items",
    "s is written for each of several names",
  ],
  [
    "what is there already",
    `services:\n  a: { t: { module: dynamodb, existing: { name: t } } }\n`,
    "a.t",
    "a.u",
    "a.t is there already in every environment",
  ],
  ["what is an alias", `x-t: &t ${table}\nservices:\n  a: { t: *t }\n`, "a.t", "a.u", "a.t is written by an alias"],
  [
    "lines between braces",
    `${both}  b: { one: ${table} }\n`.replace(
      `items: ${table}`,
      "items:\n      module: dynamodb\n      hash_key: id\n      attributes: { id: S }",
    ),
    "orders.items",
    "b.items",
    "the component is written in lines of its own, and cannot stand between the braces of this service",
  ],
  [
    "away from values of its service",
    `services:\n  a:\n    defaults: { dynamodb: { protection: { table_class: STANDARD_INFREQUENT_ACCESS } } }\n    t: ${table}\n`,
    "a.t",
    "b.t",
    "protection of b.t would be different after the move",
  ],
  [
    "away from where its service is",
    `services:\n  a:\n    only: [prod]\n    t: ${table}\n`,
    "a.t",
    "b.t",
    "the environments of b.t would be different after the move",
  ],
])("it is refused to move %s", async (_, spec, from, to, message) => {
  expect(await refusal(spec, from, to)).toContain(message);
});

test("a value that would be another in one environment alone is refused as well", async () => {
  const service = `services:\n  a:\n    defaults: { dynamodb: { stream_view_type: NEW_IMAGE } }\n    t: ${table.replace(/ }$/, ", environments: { prod: { stream_view_type: KEYS_ONLY } } }")}\n`;
  expect(await refusal(service, "a.t", "b.t")).toContain("stream_view_type of b.t would be different");
});
