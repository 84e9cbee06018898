import { project, shop } from "./projects";
import { run } from "./run";

const spec = `${shop}  shared:
    bus: { module: event-bus, existing: { name: company-events } }
    table:
      module: dynamodb
      hash_key: id
      attributes: { id: S }
      environments: { dev: { existing: { name: "orders-\${environment}" } } }
`;

test("the list says what is there already, and where", async () => {
  const { stdout } = await run(await project(spec), ["list"]);
  expect(stdout).toMatch(/^shared\.bus +event-bus, existing +dev, prod$/m);
  expect(stdout).toMatch(/^shared\.table +dynamodb, existing in dev +dev, prod +shop-\$\{environment\}-shared-table$/m);
});

test("with --json, so does each component", async () => {
  const { stdout } = await run(await project(spec), ["list", "--json"]);
  const found = JSON.parse(stdout) as { address: string; module: string; existing?: string[]; name: string }[];
  expect(found.find(({ address }) => address === "shared.bus")).toMatchObject({
    module: "event-bus",
    existing: ["dev", "prod"],
    name: "",
  });
  expect(found.find(({ address }) => address === "shared.table")).toMatchObject({ existing: ["dev"] });
  expect(found.find(({ address }) => address === "orders.table")).not.toHaveProperty("existing");
});

test("an explanation has how it is found beside what is made elsewhere", async () => {
  const { stdout } = await run(await project(spec), ["explain", "shared.table"]);
  expect(stdout).toMatch(/^ +existing in +dev$/m);
  expect(stdout).toMatch(/^ +hash_key +prod +id +component/m);
  expect(stdout).toMatch(/^ +name +dev +orders-dev +environment dev/m);
});

test("a graph shows it as what it is", async () => {
  const { stdout } = await run(await project(spec), ["graph"]);
  expect(stdout).toContain('shared_bus{{"<b>bus</b><br/>event-bus, existing"}}:::other');
});
