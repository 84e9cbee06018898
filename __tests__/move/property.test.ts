import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import { aws } from "../../clouds/aws";
import { profiles } from "../../environments";
import { Sources } from "../../lib/diagnostic";
import { Address } from "../../lib/module";
import { moveComponent } from "../../lib/move";
import { CodeFolder, type Component, filledIn, loadProject, Mention, type Project, variablesOf } from "../../lib/spec";
import { registry } from "../../modules";
import { scratchFolder } from "../support/folder";

const examples = ["serverless-api", "company"];
const options = (file: string) => ({ file, cloud: aws, registry, profiles, sources: new Sources() });

async function copyOf(example: string): Promise<string> {
  const folder = await scratchFolder();
  cpSync(path.join(__dirname, "../../examples", example), folder, { recursive: true });
  return path.join(folder, "groundplan.yaml");
}

/**
 * What a component comes to, in the words of the spec, but for dashboards, which have a row for each service.
 * @param renamed gives a text the new address
 */
function factsOf(component: Component, project: Project, renamed: (text: string) => string) {
  const plain = (value: unknown): unknown => {
    if (value instanceof Mention) return renamed(value.text);
    if (value instanceof Address) return renamed(value.text);
    if (value instanceof CodeFolder) return value.folder;
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value === "string") return renamed(value);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [renamed(key), plain(one)]));
  };
  return {
    module: component.module.name,
    name: project.environments.map((one) => filledIn(component.awsName, project.name, one)),
    environments: component.environments,
    provider: component.provider?.alias,
    values: plain(Object.values(component.values).map(({ dashboard: _, ...values }) => values)),
    permissions: plain(component.permissions),
    uses: component.uses.map(({ location: _, env: __, ...use }) => ({
      ...(plain(use) as object),
      target: renamed(use.target),
      variables: variablesOf({ ...use, ...(__ && { env: __ }) }, project.components),
    })),
  };
}

const factsIn = (project: Project, renamed = (text: string) => text) =>
  Object.fromEntries(
    [...project.components.values()].map((one) => [renamed(one.address), factsOf(one, project, renamed)]),
  );

const commentsIn = (texts: ReadonlyMap<string, string>) =>
  [...texts.values()].flatMap((text) => [...text.matchAll(/(?:^|\s)(#.*)$/gm)].map(([, comment]) => comment)).sort();

/** Whether a component is written on its own, and something is made of it. */
const isMovable = ({ location, existing, environments }: Component) =>
  location.via === undefined && existing?.environments.length !== environments.length;

const kinds: readonly [what: string, toOf: (address: string, others: readonly string[]) => string][] = [
  ["under another name", (address) => `${address}-of-old`],
  ["in a service of its own", (address) => `new-place.${address.split(".")[1]}`],
  ["in a service that is there", (_, others) => `${others[0]}.moved-here`],
];

describe.each(examples)("the components of %s", (example) => {
  test.each(kinds.map(([what, toOf], kind) => [what, toOf, kind] as const))(
    "move %s and stay what they are",
    async (_, toOf, kind) => {
      const file = await copyOf(example);
      const before = loadProject(options(file));
      const movable = [...before.components.values()].filter(isMovable);
      expect(movable.length).toBeGreaterThan(5);
      for (const component of movable.filter((_, i) => i % kinds.length === kind)) {
        const { address: from, service } = component;
        const services = [...new Set([...before.components.values()].map((one) => one.service))];
        const to = toOf(
          from,
          services.filter((one) => one !== service),
        );
        const { texts, project } = moveComponent(options(file), from, to);
        const all = new Map(
          [...texts.keys()].map((name) => [name, readFileSync(path.join(path.dirname(file), name), "utf8")]),
        );
        expect(commentsIn(texts)).toEqual(commentsIn(all));
        const renamed = (text: string) =>
          text.replaceAll(new RegExp(`(?<![\\w-])${from.replace(".", "\\.")}(?![\\w-])`, "g"), to);
        expect(factsIn(project)).toEqual(factsIn(before, renamed));
      }
    },
  );
});

test("a text is only changed where it has to be", async () => {
  const file = await copyOf("serverless-api");
  const { texts } = moveComponent(options(file), "orders.table", "orders.ledger");
  const lines = (text: string) => text.split("\n");
  const before = new Set(lines(readFileSync(file, "utf8")));
  expect(lines(texts.get("groundplan.yaml") ?? "").filter((line) => !before.has(line))).toEqual([
    "    ledger:",
    '      name: "${name}-${environment}-orders-table"',
    "        orders.ledger: { access: read_write, env: { ORDERS_TABLE_NAME: dynamodb_table_name, ORDERS_TABLE_ARN: dynamodb_table_arn } }",
    "          dynamodb_stream_arn: ${orders.ledger.dynamodb_table_stream_arn}",
    "moved:",
    "  - { from: orders.table, to: orders.ledger }",
  ]);
});
