import { project } from "./projects";
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
