import { join } from "node:path";
import { Sources } from "../../lib/diagnostic";
import { type Graph, graphOf } from "../../lib/graph";
import { inputRows } from "../../lib/schema";
import { loadProject, type Project } from "../../lib/spec";
import { registry } from "../../modules";
import { toolbox } from "../../toolbox";
import { scratchFolder } from "../support/folder";

const load = (file: string): Project => loadProject({ file, sources: new Sources(), ...toolbox });
const example = load(join(__dirname, "../../examples/serverless-api/groundplan.yaml"));

const head = `version: 1
name: shop
region: us-east-1
environments: { dev: {}, prod: {} }
defaults: { lambda: { runtime: nodejs22.x, handler: a.b, code: { s3: { bucket: code, key: a.zip } } } }
services:
  a:
    table: { module: dynamodb, hash_key: id, attributes: { id: S }, stream_view_type: NEW_IMAGE }
    caller: { module: lambda, only: [prod] }
    function: `;

/** The edges of a spec with a table, `a.table`, a function that only prod has, `a.caller`, and the function that is given. */
async function edges(component: string): Promise<string[]> {
  const folder = await scratchFolder({ "groundplan.yaml": head + component });
  return drawn(graphOf(load(join(folder, "groundplan.yaml"))));
}

const drawn = (graph: Graph): string[] =>
  graph.edges.map(({ from, to, isBothWays, kind, label }) =>
    [from, isBothWays ? "<->" : "->", to, kind, label].join(" ").trimEnd(),
  );

const addresses = ({ clusters }: Graph) => clusters.flatMap(({ nodes }) => nodes.map(({ address }) => address));

test("services are clusters of their components, in the order of the spec", () => {
  const services = new Set([...example.components.values()].map(({ service }) => service));
  const graph = graphOf(example);
  expect(graph.clusters.map(({ service }) => service)).toEqual([...services]);
  expect(addresses(graph).sort()).toEqual([...example.components.keys()].sort());
});

test("data goes along what is used, and from a stream to its reader", () => {
  expect(drawn(graphOf(example))).toEqual(
    expect.arrayContaining([
      "users.function <-> users.table use read_write",
      "users.table -> orders.function use read",
      "orders.audit-function -> orders.audit use write",
      "orders.table -> orders.audit-function flow event_sources",
    ]),
  );
});

test("components that use one another have an edge each", async () => {
  const other =
    "{ module: lambda, uses: { a.other: invoke } }\n    other: { module: lambda, uses: { a.function: invoke } }";
  expect(await edges(other)).toEqual(["a.function -> a.other use invoke", "a.other -> a.function use invoke"]);
});

test.each([
  ["{ module: lambda, uses: { a.table: write } }", "a.function -> a.table use write"],
  ["{ module: lambda, uses: { a.table: stream } }", "a.table -> a.function use stream"],
  ["{ module: lambda, uses: { a.caller: invoke } }", "a.function -> a.caller use invoke"],
  ['{ module: lambda, uses: { a.table: { actions: ["s3:A"] } } }', "a.function -> a.table use s3:A"],
  [
    '{ module: lambda, uses: { a.table: { actions: ["s3:A", "s3:B", "s3:C"] } } }',
    "a.function -> a.table use s3:A, 2 more",
  ],
  [
    '{ module: lambda, environment_variables: { NAME: "${a.table.dynamodb_table_name}", ARN: "${a.table.dynamodb_table_arn}" } }',
    "a.function -> a.table reference environment_variables",
  ],
  [
    '{ module: lambda, permissions: [{ actions: ["s3:A"], resources: ["${a.table.dynamodb_table_arn}"] }] }',
    "a.function -> a.table reference",
  ],
])("%s is one edge", async (component, expected) => {
  expect(await edges(component)).toEqual([expected]);
});

test("a component in another region and account says so", async () => {
  const spec = `accounts: { dns: { account: 222233334444 } }\n${head}{ module: lambda, region: us-west-2, account: dns }`;
  const folder = await scratchFolder({ "groundplan.yaml": spec });
  const { clusters } = graphOf(load(join(folder, "groundplan.yaml")));
  const places = clusters.flatMap(({ nodes }) => nodes.map(({ name, place }) => [name, place]));
  expect(places).toEqual([
    ["table", undefined],
    ["caller", undefined],
    ["function", "account dns in region us-west-2"],
  ]);
});

test("what is only watched is not drawn", async () => {
  expect(await edges('{ module: monitoring, watch: ["*"] }')).toEqual([]);
});

test("an edge to a part names it", async () => {
  const indexed =
    "{ module: lambda, uses: { b.table: { access: read, index: by-owner } } }\n  b: { table: { module: dynamodb, hash_key: id, " +
    "attributes: { id: S, owner: S }, global_secondary_indexes: { by-owner: { hash_key: owner } } } }\n";
  expect(await edges(indexed)).toEqual(["b.table -> a.function use read, index by-owner"]);
});

test("what some environments lack names those that have it; drawn for one, it names none", () => {
  const only = (graph: Graph) =>
    graph.clusters.flatMap(({ nodes }) => nodes.filter((node) => node.only.length > 0).map((node) => node.only));
  expect(only(graphOf(example))).toContainEqual(["staging", "prod"]);
  expect(only(graphOf(example, "prod"))).toEqual([]);
});

test("one environment has its own components and edges alone", () => {
  const dev = graphOf(example, "dev");
  expect(dev.title).toBe("shop · dev");
  expect(addresses(dev)).not.toContain("orders.audit");
  expect(drawn(dev).join()).not.toContain("audit");
  expect(addresses(graphOf(example, "prod"))).toEqual(addresses(graphOf(example)));
});

test("what runs code and what holds data are told apart", () => {
  const kinds = graphOf(example).clusters.flatMap(({ nodes }) => nodes.map(({ module, kind }) => `${module} ${kind}`));
  expect(kinds).toEqual(expect.arrayContaining(["dynamodb data", "lambda code"]));
});

test("an unknown environment gets the near one", () => {
  expect(() => graphOf(example, "prd")).toThrow(
    expect.objectContaining({
      diagnostics: [{ message: 'there is no environment "prd"', help: "did you mean prod?" }],
    }),
  );
});

test.each([...registry.values()])("the ways of data of $name are inputs that it has", ({ inputs, flows = {} }) => {
  const known = inputRows(inputs).map(({ name }) => name);
  expect(known).toEqual(expect.arrayContaining([...(flows.in ?? []), ...(flows.out ?? []), ...(flows.aside ?? [])]));
});
