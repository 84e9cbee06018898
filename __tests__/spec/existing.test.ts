import { callsOf, moduleText } from "../../lib/spec";
import { registry } from "../../modules";
import { load } from "./project";

const code = "module: lambda, code: code, handler: index.handler, runtime: nodejs22.x";
const files = { "code/index.mjs": "export const handler = 1;\n" };
const of = (spec: string) => load(spec, { registry, files });

test("an environment's way to find it merges with the component's", async () => {
  const spec = await of(`services:
  a:
    vpc:
      module: vpc
      existing: { tags: { Name: main, Team: net } }
      environments: { prod: { existing: { tags: { Name: prod }, public_subnets: { ids: [subnet-01234567] } } } }`);
  expect(spec.values("a.vpc", "dev")).toEqual({ tags: { Name: "main", Team: "net" } });
  expect(spec.values("a.vpc", "prod")).toEqual({
    tags: { Name: "prod", Team: "net" },
    public_subnets: { ids: ["subnet-01234567"] },
  });
  expect(moduleText(spec.component("a.vpc"))).toBe("vpc, existing");
});

test("a component that is there in one environment has its inputs in the others", async () => {
  const spec = await of(`services:
  a:
    b:
      module: dynamodb
      hash_key: id
      attributes: { id: S }
      environments: { prod: { existing: { name: shop-dev-a-b } } }`);
  expect(spec.values("a.b", "dev")).toEqual({ hash_key: "id", attributes: { id: "S" } });
  expect(spec.values("a.b", "prod")).toEqual({ name: "shop-dev-a-b" });
  expect(callsOf(spec.component("a.b")).map(({ label, module }) => [label, module.name])).toEqual([
    ["a_b", "dynamodb"],
    ["a_b_existing", "dynamodb-existing"],
  ]);
  expect(moduleText(spec.component("a.b"))).toBe("dynamodb, existing in prod");
});

test("defaults say inputs of what is made, and thresholds of all", async () => {
  const spec = await of(`defaults: { dynamodb: { billing_mode: PAY_PER_REQUEST, thresholds: { throttles: 3 } } }
services:
  a:
    table: { module: dynamodb, existing: { name: orders }, thresholds: { system_errors: 2 } }
    alarms: { module: monitoring, watch: [a.table] }`);
  expect(spec.component("a.table").said.dev).toEqual({
    name: "orders",
    thresholds: { throttles: 3, system_errors: 2 },
  });
  expect(spec.values("a.alarms", "dev")?.alarms).toMatchObject({
    "a.table.throttles": { threshold: 3 },
    "a.table.system_errors": { threshold: 2 },
  });
});

test("alarms of a function that is there already need nothing of its inputs", async () => {
  const spec = await of(`services:
  a:
    function: { module: lambda, existing: { name: pricing }, thresholds: { duration_ms: 900 } }
    alarms: { module: monitoring, watch: ["*"] }`);
  expect(spec.values("a.alarms", "dev")?.alarms).toMatchObject({ "a.function.duration": { threshold: 900 } });
});

test("any index of a table that is there already may be used", async () => {
  const spec = await of(`services:
  a:
    table: { module: dynamodb, existing: { name: orders } }
    function: { ${code}, uses: { a.table: { access: read, index: by-customer } } }`);
  expect(spec.component("a.function").uses).toMatchObject([{ part: { word: "index", name: "by-customer" } }]);
});

test("a function that is there already answers a route", async () => {
  const spec = await of(`services:
  a:
    function: { module: lambda, existing: { name: pricing } }
    api: { module: api-gateway, routes: { "GET /prices": { function: a.function } } }`);
  expect(Object.keys(spec.values("a.api", "dev")?.targets ?? {})).toHaveLength(1);
});

test("a pattern and for_each say it as everything else", async () => {
  const spec = await of(`patterns:
  shared:
    parameters: { name: { type: string } }
    components:
      table: { module: dynamodb, existing: { name: "\${parameter.name}" } }
services:
  a:
    orders: { pattern: shared, name: company-orders, environments: { prod: { name: company-prod-orders } } }
    topic: { for_each: [alerts, news], module: sns, existing: { name: "company-\${each.key}" } }`);
  expect(["dev", "prod"].map((one) => spec.values("a.orders-table", one))).toEqual([
    { name: "company-orders" },
    { name: "company-prod-orders" },
  ]);
  expect(spec.values("a.topic-news", "dev")).toEqual({ name: "company-news" });
});
