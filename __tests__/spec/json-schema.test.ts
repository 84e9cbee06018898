import { Ajv } from "ajv";
import { parse } from "yaml";
import { specJsonSchema, toolbox } from "../../index";
import { shop } from "../bin/projects";

const validate = new Ajv({ allErrors: true, strict: false }).compile(specJsonSchema(toolbox));

const store = `patterns:
  store:
    parameters: { size: { type: integer, default: 5, minimum: 1 } }
    components:
      this: { module: dynamodb, hash_key: id, read_capacity: { min: "\${parameter.size}", max: 9 } }
`;

const places = `regions:
  edge: us-east-1
  second: { region: us-west-2, environments: { prod: { region: eu-central-1 } } }
accounts:
  dns: { account: 222233334444, environments: { prod: { account: 333344445555 } } }
`;

const existing = `  shared:
    bus: { module: event-bus, existing: { name: company-events } }
    table:
      module: dynamodb
      hash_key: id
      attributes: { id: S }
      environments:
        dev: { existing: { name: "orders-\${environment}" }, thresholds: { throttles: 3 } }
        prod: { billing_mode: PROVISIONED }
`;

const exporting = `exports:
  table: \${orders.table.dynamodb_table_arn}
  name: { value: "\${orders.table.dynamodb_table_name}", ssm_parameter: "/shop/\${environment}/table", description: It. }
`;

const importing = shop.replace(
  "hash_key: id",
  "hash_key: id\n      import: { prod: old }\n      environments: { prod: { name: old } }",
);
const moved = "moved:\n  - { from: orders.items, to: orders.table }\n  - { from: orders.lines, to: null }\n";

/** What an editor would say: the places of its complaints. */
const complaints = (spec: string) => {
  validate(parse(spec, { merge: true }));
  return [...new Set((validate.errors ?? []).map(({ instancePath }) => instancePath))];
};

test.each([
  ["a plain spec", shop],
  ["unquoted digits where a text is wanted", shop.replace("dev: {}", "dev: { account: 111122223333 }")],
  ["a reference in place of a number", shop.replace("memory_size: 1024", 'memory_size: "${local.size}"')],
  [
    "a required input that defaults give",
    shop.replace("lambda: {", "lambda: { handler: index.handler,").replace("      handler: index.handler\n", ""),
  ],
  ["a state of any backend", `${shop}state: { backend: consul, path_prefix: terraform }\n`],
  ["pipelines, by their names", `${shop}pipelines: [github, terragrunt]\n`],
  [
    "pipelines, in full",
    `${shop}pipelines: { runners: [gitlab], branch: trunk, terraform: 1.11.4, secrets: [TOKEN] }\n`,
  ],
  ["words of the author's own", `x-note: anything\n${shop}`],
  [
    "regions, accounts, and what is in them",
    `${shop.replace("hash_key: id", "region: second\n      account: dns\n      hash_key: id")}${places}`,
  ],
  ["what is there already", `${shop}${existing}`],
  ["exports, short and long", `${shop}${exporting}`],
  ["what is imported, and its name", importing],
  [
    "several resources that are imported",
    shop
      .replace("timeout: 10", "")
      .replace(
        "handler: index.handler",
        "handler: index.handler\n      import: { prod: { function: f, event_sources: { a: b } } }",
      ),
  ],
  ["moves", `${shop}${moved}`],
  ["an included file", shop.slice(shop.indexOf("services:"))],
  [
    "the long form of an edge",
    shop.replace("orders.table: read", "orders.table: { access: read, env: { T: dynamodb_table_name } }"),
  ],
  [
    "policies, and texts of files",
    shop
      .replace(
        "handler: index.handler",
        'handler: { file: handler.txt }\n      managed_policies: [ReadOnlyAccess, "${local.x}"]',
      )
      .replace("memory_size: 1024", "environment_variables: { AB: { file: a.json, with: { B: 1 } } }"),
  ],
  ["a pattern and its use", `${shop}  users:\n    store: { pattern: store, size: 5, for_each: [a, b] }\n${store}`],
  [
    "a service for each of several",
    shop.replace("  orders:\n", "  orders:\n    for_each: { a: 1 }\n    only: [dev]\n"),
  ],
  ["what stands for a repetition", `${store}      other: { module: dynamodb, for_each: "\${parameter.size}" }\n`],
])("%s is no mistake", (_, spec) => expect(complaints(spec)).toEqual([]));

test.each([
  ["a region that is none", `${shop}${places.replace("us-west-2", "oregon")}`, "/regions/second/region"],
  ["a misspelt word of an account", `${shop}${places.replace("account:", "acount:")}`, "/accounts/dns"],
  ["a misspelt word of an export", `${shop}${exporting.replace("value:", "vlaue:")}`, "/exports/name"],
  [
    "a way to find something that there is not",
    `${shop}${existing.replace("name: company", "nmae: company")}`,
    "/services/shared/bus/existing",
  ],
  ["defaults of what makes nothing", shop.replace("defaults:", "defaults:\n  event-bus: { name: a }"), "/defaults"],
  [
    "what is there already of a module that cannot be",
    `${shop}${existing.replace("module: event-bus", "module: monitoring")}`,
    "/services/shared/bus",
  ],
  [
    "an import that there is not",
    importing.replace("prod: old }", "prod: { tabel: old } }"),
    "/services/orders/table/import/prod",
  ],
  ["a move without its end", `${shop}${moved.replace(", to: null", "")}`, "/moved/1"],
  ["a move to no address", `${shop}${moved.replace("orders.table }", "orders }")}`, "/moved/0/to"],
  ["a misspelt input", shop.replace("hash_key", "hash_kye"), "/services/orders/table"],
  ["an input of another module", shop.replace("hash_key: id", "handler: x"), "/services/orders/table"],
  ["a module that is not there", shop.replace("module: dynamodb", "module: dynamo"), "/services/orders/table/module"],
  ["a component without a module", shop.replace("      module: dynamodb\n", ""), "/services/orders/table"],
  ["a wrong access word", shop.replace("table: read", "table: raed"), "/services/orders/function/uses/orders.table"],
  ["an edge of what can use nothing", shop.replace("hash_key: id", "uses: {}"), "/services/orders/table"],
  [
    "a file of what is no text",
    shop.replace("memory_size: 1024", "memory_size: { file: size.txt }"),
    "/services/orders/function/environments/prod/memory_size",
  ],
  [
    "a misspelt word of a file",
    shop.replace("handler: index.handler", "handler: { file: handler.txt, wiht: {} }"),
    "/services/orders/function/handler",
  ],
  [
    "managed policies of what runs no code",
    shop.replace("hash_key: id", "managed_policies: []"),
    "/services/orders/table",
  ],
  ["a list for a map", shop.replace("{ id: S }", "[id]"), "/services/orders/table/attributes"],
  [
    "a reserved word in an environment",
    shop.replace("memory_size: 1024", "uses: {}"),
    "/services/orders/function/environments/prod",
  ],
  ["an option of another state backend", `${shop}state: { backend: gcs, bucket: abc, encrypt: true }\n`, "/state"],
  ["an option of a state backend that is not named", `${shop}state: { bucket: abc }\n`, "/state"],
  ["a state backend that is not there", `${shop}state: { backend: swift }\n`, "/state/backend"],
  [
    "a use of a pattern and a module",
    `${shop}  users: { store: { pattern: store, module: lambda } }\n`,
    "/services/users/store/module",
  ],
  [
    "a parameter without a type",
    `${shop}patterns: { a: { parameters: { b: {} }, components: {} } }\n`,
    "/patterns/a/parameters/b",
  ],
  ["a pattern without components", `${shop}patterns: { a: {} }\n`, "/patterns/a"],
  [
    "a repetition of a number",
    shop.replace("  orders:\n", "  orders:\n    for_each: 5\n"),
    "/services/orders/for_each",
  ],
  ["a missing name", shop.replace("name: shop\n", ""), ""],
  ["an unknown word at the top", `${shop}servcies: {}\n`, ""],
])("%s is underlined", (_, spec, place) => expect(complaints(spec)).toContain(place));
