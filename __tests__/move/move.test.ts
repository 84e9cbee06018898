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
