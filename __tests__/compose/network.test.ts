import { registry } from "../../modules";
import { composed } from "./composed";

const group = (more: string) => `{ module: security-group, vpc_id: vpc-0123456789abcdef0, ${more} }`;
const ports = "ports: { redis: { port: 6379 } }";

const rulesOf = async (components: string, label: string) => {
  const stack = await composed(`services: { a: { ${components} } }`, { registry });
  return String(stack.arguments(label).network_rules);
};

test("a group reaches what another listens on, by the other's own words", async () => {
  const rules = await rulesOf(`cache: ${group(ports)}, clients: ${group("uses: { a.cache: connect }")}`, "a_clients");
  expect(rules).toBe(
    '${{for key, one in module.a_cache.security_group_ports : (format("a_cache_%s", key)) => merge(one, {"security_group_id" = module.a_cache.security_group_id})}}',
  );
});

test("what some environments lack is reached where it is", async () => {
  const cache = group(`${ports}, only: [prod]`);
  const rules = await rulesOf(`cache: ${cache}, clients: ${group("uses: { a.cache: connect }")}`, "a_clients");
  expect(rules).toMatch(
    /^\$\{merge\(\[for target in module\.a_cache : \(\{for key, one in target\.security_group_ports /,
  );
});

test("groups that use one another name one output each, never all", async () => {
  const cache = group(`${ports}, only: [prod], uses: { a.clients: connect }`);
  const rules = await rulesOf(`cache: ${cache}, clients: ${group("uses: { a.cache: connect }")}`, "a_clients");
  expect(rules).toContain("module.a_cache[0].security_group_id");
  expect(rules).not.toMatch(/module\.a_cache(?!\[0\]\.)/);
});

test("an edge by network brings no statement and no variable", async () => {
  const stack = await composed(
    `services:
  a:
    cache: ${group(ports)}
    function:
      module: lambda
      code: { image_uri: "123456789012.dkr.ecr.us-east-1.amazonaws.com/orders:1" }
      vpc: { subnet_ids: [subnet-0123456789abcdef0], security_group: { vpc_id: vpc-0123456789abcdef0 } }
      uses: { a.cache: connect }
`,
    { registry },
  );
  expect(Object.keys(stack.arguments("a_function")).sort()).toEqual([
    "code",
    "function_name",
    "network_rules",
    "tags",
    "vpc",
  ]);
});
