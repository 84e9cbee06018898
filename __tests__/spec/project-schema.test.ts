import { join } from "node:path";
import { Ajv } from "ajv";
import { parse } from "yaml";
import { loadProject, Sources, specJsonSchema, toolbox } from "../../index";
import { scratchFolder } from "../support/folder";

const spec = `version: 1
name: shop
region: us-east-1
environments: { dev: {}, prod: {} }
services:
  orders:
    table: { module: dynamodb, hash_key: id, attributes: { id: S } }
    function:
      module: lambda
      code: code
      handler: index.handler
      runtime: nodejs22.x
      uses: { orders.table: read }
      environment_variables: { TABLE: "\${orders.table.dynamodb_table_name}" }
    api: { module: api-gateway, routes: { "GET /orders": { function: orders.function } } }
    alarms: { module: monitoring, watch: ["orders.*"], only: [prod] }
`;

/** What an editor would say that knows the project. */
async function complaints(edit: (spec: string) => string): Promise<string[]> {
  const folder = await scratchFolder({ "groundplan.yaml": spec, "code/index.mjs": "" });
  const project = loadProject({ file: join(folder, "groundplan.yaml"), sources: new Sources(), ...toolbox });
  const validate = new Ajv({ allErrors: true, strict: false }).compile(specJsonSchema(toolbox, project));
  validate(parse(edit(spec)));
  return [...new Set((validate.errors ?? []).map(({ instancePath }) => instancePath))];
}

test("the project itself is no mistake", async () => {
  expect(await complaints((text) => text)).toEqual([]);
});

test.each([
  ["orders.table: read", "orders.tabel: read", "/services/orders/function/uses"],
  ["orders.table: read", "orders.table: invoke", "/services/orders/function/uses/orders.table"],
  ["function: orders.function", "function: orders.table", "/services/orders/api/routes/GET ~1orders/function"],
  ["only: [prod]", "only: [production]", "/services/orders/alarms/only/0"],
  ["hash_key: id", "hash_key: id, environments: { production: {} }", "/services/orders/table/environments"],
])("%s as %s is underlined", async (written, wrong, place) => {
  expect(await complaints((text) => text.replace(written, wrong))).toContain(place);
});

test.each([
  ["orders.table: read", "self.table: read"],
  ["function: orders.function", "function: self.function"],
])("%s as %s is for a pattern to fill in", async (written, other) => {
  expect(await complaints((text) => text.replace(written, other))).toEqual([]);
});

test("references to the outputs that there are can be completed", async () => {
  const folder = await scratchFolder({ "groundplan.yaml": spec, "code/index.mjs": "" });
  const project = loadProject({ file: join(folder, "groundplan.yaml"), sources: new Sources(), ...toolbox });
  const { definitions } = specJsonSchema(toolbox, project) as {
    definitions: { reference: { anyOf: [{ enum: string[] }] } };
  };
  expect(definitions.reference.anyOf[0].enum).toContain("${orders.table.dynamodb_table_arn}");
});
