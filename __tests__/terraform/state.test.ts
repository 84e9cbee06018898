import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { Sources } from "../../lib/diagnostic";
import { backends } from "../../lib/state";
import { synth } from "../../lib/synth";
import { states } from "../render/states";
import { echoes, echoFiles, noCloud } from "../support/echo";
import { scratchFolder } from "../support/folder";
import { Terraform } from "../support/terraform";

type Layout = "directories" | "workspaces";

const toolbox = {
  cloud: noCloud,
  registry: echoes,
  profiles: {},
  moduleFiles: async () => echoFiles,
  template: () => "",
};

/** The root of the environment dev, or of all workspaces, of a project with this state. */
async function root(state: string, layout: Layout): Promise<string> {
  const folder = await scratchFolder({
    "groundplan.yaml": `version: 1\nname: shop\nregion: us-east-1\nlayout: ${layout}\nstate: ${state}\nenvironments: { dev: {}, prod: {} }\nservices: { s: { c: { module: echo, text: hello } } }\n`,
  });
  const out = path.join(folder, "infrastructure");
  await synth({ spec: path.join(folder, "groundplan.yaml"), out, sources: new Sources() }, toolbox);
  return layout === "directories" ? path.join(out, "environments", "dev") : out;
}

/** What Terraform says against a block's settings: it reads them all before it connects, and stops at one it does not know. */
async function complaints(folder: string, block: (state: Record<string, object>) => object): Promise<string[]> {
  const file = path.join(folder, "backend.tf.json");
  const { terraform } = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ terraform: block(terraform) }));
  const error = await new Terraform(folder).init().catch((thrown: Error) => thrown);
  const text = String(error).replaceAll(/\s+/g, " ");
  return [
    ...text.matchAll(
      /No argument or block type is named "(\w+)"|Inappropriate value for attribute "(\w+)"|Error: (Missing required argument)/g,
    ),
  ].map(([, unknown, wrong, missing]) => unknown ?? wrong ?? missing ?? "");
}

const withUnknown = (state: Record<string, object>): object =>
  "cloud" in state
    ? { cloud: { ...state.cloud, unknown: 1 } }
    : {
        backend: Object.fromEntries(
          Object.entries(state.backend as Record<string, object>).map(([name, one]) => [name, { ...one, unknown: 1 }]),
        ),
      };

const cases = states.flatMap(({ name, written, workspaces }) =>
  (workspaces ? (["directories", "workspaces"] as const) : (["directories"] as const)).map(
    (layout) => [name, layout, written] as const,
  ),
);

test.each(cases)("%s: a root of %s is valid, and its settings are Terraform's own", async (_, layout, written) => {
  const folder = await root(written, layout);
  const terraform = new Terraform(folder);
  await terraform.init("-backend=false");
  await terraform.validate();
  expect(await complaints(folder, withUnknown)).toEqual(["unknown"]);
});

/** Our own words, which are no settings of Terraform. */
const own = [
  "key_prefix",
  "path_prefix",
  "workspace_prefix",
  "schema_prefix",
  "secret_prefix",
  "lock_path",
  "lock",
  "project",
];

test.each([...backends.values()].map((one) => [one.name, one] as const))(
  "%s: Terraform has every option, secret and refused setting",
  async (name, { options, secrets, refused, block }) => {
    const names = [options.properties, secrets, refused].flatMap((one) => Object.keys(one));
    const asked = names.filter(
      (one) => !one.includes(".") && (!own.includes(one) || (name === "consul" && one === "lock")),
    );
    const settings = Object.fromEntries(
      asked.map((one) => [one, one === "workspaces" || one === "exec" ? undefined : [[{}]]]),
    );
    const folder = await scratchFolder({ "backend.tf.json": { terraform: {} } });
    const found = await complaints(folder, () => (block ? { cloud: settings } : { backend: { [name]: settings } }));
    expect(new Set(found)).toEqual(new Set(asked.filter((one) => settings[one] !== undefined)));
  },
);
