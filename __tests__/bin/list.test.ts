import { project, shop } from "./projects";
import { run } from "./run";

test("components are aligned columns", async () => {
  const { code, stdout, stderr } = await run(await project(), ["list"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toBe(
    [
      "address          module    environments  name                                 uses",
      "orders.table     dynamodb  dev, prod     shop-${environment}-orders-table",
      "orders.function  lambda    dev, prod     shop-${environment}-orders-function  orders.table: read",
      "",
    ].join("\n"),
  );
});

test("with --json, components are an array", async () => {
  const { stdout } = await run(await project(), ["list", "--json"]);
  expect(JSON.parse(stdout)).toEqual([
    {
      address: "orders.table",
      module: "dynamodb",
      environments: ["dev", "prod"],
      name: "shop-${environment}-orders-table",
      uses: [],
    },
    {
      address: "orders.function",
      module: "lambda",
      environments: ["dev", "prod"],
      name: "shop-${environment}-orders-function",
      uses: [{ target: "orders.table", access: ["read"], actions: [] }],
    },
  ]);
});

test("a component that is not where its environment is says where", async () => {
  const spec = shop.replace("attributes: { id: S }", "attributes: { id: S }\n      region: eu-central-1");
  const { stdout } = await run(await project(spec), ["list"]);
  expect(stdout).toContain("environments  place                name ");
  expect(stdout).toMatch(/^orders\.table +dynamodb +dev, prod +region eu-central-1 {2}shop-/m);
  const { stdout: json } = await run(await project(spec), ["list", "--json"]);
  const places = (JSON.parse(json) as { place?: string }[]).map(({ place }) => place);
  expect(places).toEqual(["region eu-central-1", undefined]);
  const { stdout: explained } = await run(await project(spec), ["explain", "orders.table"]);
  expect(explained).toMatch(/^ {2}place +region eu-central-1$/m);
});

test("a name of one environment follows that of the others", async () => {
  const named = shop.replace("hash_key: id", "hash_key: id\n      environments: { prod: { name: legacy-orders } }");
  const { stdout } = await run(await project(named), ["list"]);
  expect(stdout).toContain("shop-${environment}-orders-table, legacy-orders in prod");
});
