import { project, shop } from "./projects";
import { run } from "./run";

const explained = async (address: string, spec?: string) => {
  const { stdout } = await run(await project(spec), ["explain", address, "--json"]);
  return JSON.parse(stdout);
};

const originsOf = (explanation: { values: { path: string; origins: object[] }[] }, path: string) =>
  explanation.values.find((value) => value.path === path)?.origins;

test("a value has the layer that won and its line, per environment where they differ", async () => {
  const explanation = await explained("orders.function");
  expect(originsOf(explanation, "memory_size")).toEqual([
    { environments: ["dev"], value: 256, layer: "defaults", file: "groundplan.yaml", line: 8 },
    { environments: ["prod"], value: 1024, layer: "environment prod", file: "groundplan.yaml", line: 24 },
  ]);
  expect(originsOf(explanation, "handler")).toEqual([
    { environments: ["dev", "prod"], value: "index.handler", layer: "component", file: "groundplan.yaml", line: 18 },
  ]);
});

test("what nobody writes is the module's default", async () => {
  const origins = originsOf(await explained("orders.table"), "billing_mode");
  expect(origins).toEqual([{ environments: ["dev", "prod"], value: "PAY_PER_REQUEST", layer: "module default" }]);
});

test("a folder of code is one value", async () => {
  const [origin] = originsOf(await explained("orders.function"), "code") ?? [];
  expect(origin).toMatchObject({ value: "code", layer: "component" });
});

test("a value that a service gives its modules is told from the project's", async () => {
  const spec = shop.replace("  orders:\n", "  orders:\n    defaults: { lambda: { memory_size: 512 } }\n");
  const [origin] = originsOf(await explained("orders.function", spec), "memory_size") ?? [];
  expect(origin).toMatchObject({ value: 512, layer: "defaults of the service", line: 11 });
});

test("an edge says what it allows and which variables it brings", async () => {
  const { uses, permissions } = await explained("orders.function");
  expect(uses).toEqual([
    expect.objectContaining({
      target: "orders.table",
      access: ["read"],
      actions: expect.arrayContaining(["dynamodb:GetItem"]),
      variables: expect.objectContaining({ ORDERS_TABLE_NAME: "dynamodb_table_name" }),
    }),
  ]);
  expect(permissions).toEqual([
    { actions: ["ses:SendEmail"], resources: ["arn:aws:ses:us-east-1:123456789012:identity/example.com"] },
  ]);
});

const circle = `version: 1
name: shop
region: us-east-1
environments: { dev: {} }
defaults: { lambda: { code: code, handler: index.handler, runtime: nodejs22.x } }
services:
  a:
    one: { module: lambda, uses: { a.two: invoke } }
    two: { module: lambda, uses: { a.one: invoke } }
    cache: { module: security-group, vpc_id: vpc-0123456789abcdef0, ports: { redis: { port: 6379 } } }
    clients: { module: security-group, vpc_id: vpc-0123456789abcdef0, uses: { a.cache: connect } }
`;

test("components that use one another know both edges, and what each is told before the other is there", async () => {
  const { uses, usedBy } = await explained("a.one", circle);
  expect(uses).toEqual([
    expect.objectContaining({
      target: "a.two",
      variables: { A_TWO_NAME: "lambda_function_name_static", A_TWO_ARN: "lambda_function_arn_static" },
    }),
  ]);
  expect(usedBy).toEqual([{ address: "a.two", access: ["invoke"] }]);
});

test("an edge by network says which group lets in", async () => {
  const { stdout } = await run(await project(circle), ["explain", "a.clients"]);
  expect(stdout).toMatch(/^ {2}a\.cache {2}connect\n {4}let in by +a\.cache\.security_group_id$/m);
});

test("who is used knows by whom", async () => {
  expect((await explained("orders.table")).usedBy).toEqual([{ address: "orders.function", access: ["read"] }]);
});

test("for people, a row per value and per environment that differs", async () => {
  const { code, stdout, stderr } = await run(await project(), ["explain", "orders.function"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^ {2}memory_size +dev +256 +defaults +groundplan\.yaml:8$/m);
  expect(stdout).toMatch(/^ +prod +1024 +environment prod +groundplan\.yaml:24$/m);
  expect(stdout).toMatch(/^ {2}orders\.table {2}read\n {4}actions +dynamodb:/m);
});

test("an unknown address gets the near one", async () => {
  const { code, stderr } = await run(await project(), ["explain", "orders.tabel"]);
  expect(code).toBe(1);
  expect(stderr).toContain("there is no component orders.tabel");
  expect(stderr).toContain("did you mean orders.table?");
});
