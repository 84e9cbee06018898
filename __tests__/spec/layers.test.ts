import { locate } from "../../lib/source";
import { layerOf } from "../../lib/spec";
import { type Loaded, load } from "./project";

const profiles = { dev: { echo: { text: "profile", count_of: 1, labels: { PROFILE: "${environment}" } } } };

const spec = `
defaults:
  echo:
    text: defaults
    labels: { DEFAULTS: a, SHARED: defaults }
services:
  orders:
    defaults:
      echo: { labels: { SERVICE: b, SHARED: service }, words: [service] }
    full:
      module: echo
      labels: { OWN: c, SHARED: component }
      words: [one, two]
      environments:
        prod: { text: prod, labels: { SHARED: prod }, words: [three] }
    bare: { module: echo }
  users:
    bare: { module: echo }
`;

let loaded: Loaded;
beforeAll(async () => {
  loaded = await load(spec, { profiles });
});

test.each([
  ["users.bare", "prod", { text: "defaults", labels: { DEFAULTS: "a", SHARED: "defaults" } }],
  [
    "users.bare",
    "dev",
    { text: "defaults", count_of: 1, labels: { PROFILE: "dev", DEFAULTS: "a", SHARED: "defaults" } },
  ],
  [
    "orders.bare",
    "prod",
    { text: "defaults", labels: { DEFAULTS: "a", SERVICE: "b", SHARED: "service" }, words: ["service"] },
  ],
  [
    "orders.full",
    "dev",
    {
      text: "defaults",
      count_of: 1,
      labels: { PROFILE: "dev", DEFAULTS: "a", SERVICE: "b", OWN: "c", SHARED: "component" },
      words: ["one", "two"],
    },
  ],
  [
    "orders.full",
    "prod",
    { text: "prod", labels: { DEFAULTS: "a", SERVICE: "b", OWN: "c", SHARED: "prod" }, words: ["three"] },
  ],
])("%s in %s: maps merge by key, all else is replaced by the stronger layer", (address, environment, values) => {
  expect(loaded.values(address, environment)).toEqual(values);
});

test.each([
  ["dev", ["count_of"], "profile dev", "profile dev:undefined"],
  ["dev", ["text"], "defaults", "groundplan.yaml:8"],
  ["dev", ["labels", "SERVICE"], "defaults of the service", "groundplan.yaml:13"],
  ["dev", ["labels", "SHARED"], "component", "groundplan.yaml:16"],
  ["dev", ["words", "1"], "component", "groundplan.yaml:17"],
  ["prod", ["labels", "SHARED"], "environment prod", "groundplan.yaml:19"],
  ["prod", ["flag"], undefined, undefined],
])("in %s, %j comes from the layer %s", (environment, path, name, place) => {
  const layer = layerOf(loaded.component("orders.full").layers(environment), path);
  expect([layer?.name, layer && loaded.place(locate(layer.tree, path))]).toEqual([name, place]);
});

test("the environment's own name is its profile, unless it names another", async () => {
  const head = "version: 1\nname: shop\nregion: us-east-1\n";
  const { project } = await load(`${head}environments: { dev: {}, test: { profile: dev }, live: {} }`, { profiles });
  expect(project.environments.map(({ name, profile }) => [name, profile])).toEqual([
    ["dev", "dev"],
    ["test", "dev"],
    ["live", undefined],
  ]);
});

test("entries of a map merge to the bottom", async () => {
  const given = await load(`
services:
  a:
    b: { module: echo, entries: { one: { x: a, y: 1 } }, environments: { prod: { entries: { one: { y: 2 }, two: {} } } } }
`);
  expect(given.values("a.b", "prod")).toEqual({ entries: { one: { x: "a", y: 2 }, two: {} } });
});
