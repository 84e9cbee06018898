import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Sources } from "../../lib/diagnostic";
import { synth } from "../../lib/synth";
import { toolbox } from "../../toolbox";

/** Services in a chain, mail after orders after users, and one that needs none. */
const services = `services:
  users:
    table: { module: dynamodb, hash_key: user_id, attributes: { user_id: S } }
  orders:
    table: { module: dynamodb, hash_key: order_id, attributes: { order_id: S } }
    function: { <<: *function, uses: { users.table: read } }
  mail:
    function: { <<: *function, uses: { orders.table: read } }
  audit:
    table: { module: dynamodb, hash_key: id, attributes: { id: S } }
`;

const head = (bucket: string) => `version: 1
name: shop
region: us-east-1
environments: { dev: {}, prod: {} }
state: { backend: s3, bucket: ${bucket} }
x-function: &function { module: lambda, code: code, runtime: nodejs22.x, handler: index.handler }
`;

/** Renders a project of services with states of their own into a folder, and returns its output folder. */
export async function renderServices(folder: string, bucket: string, words: string): Promise<string> {
  const out = join(folder, "infrastructure");
  const spec = join(folder, "groundplan.yaml");
  await mkdir(join(folder, "code"), { recursive: true });
  await writeFile(join(folder, "code", "index.mjs"), "export const handler = () => {};\n");
  await writeFile(spec, `${head(bucket)}${words}${services}`);
  await synth({ spec, out, sources: new Sources() }, toolbox);
  return out;
}

const roles = `pipelines:
  runners: [github, gitlab]
  folder: shop/infrastructure
  plan_roles: { dev: "arn:aws:iam::999988887777:role/plan" }
  secrets: [DATADOG_API_KEY]
bootstrap:
  account: 999988887777
  deploy_roles:
    dev: { github: { repository: example/shop } }
    prod: { gitlab: { project: example/shop, ref: v1, ref_type: tag } }
`;

/** Renders the pipelines of a project in every layout, with and without roles, each into a folder of its own in `folder`. */
export async function renderPipelines(folder: string): Promise<void> {
  for (const layout of ["directories", "workspaces"])
    for (const states of ["environment", "service"])
      for (const [name, words] of Object.entries({ plain: "pipelines: [github, gitlab]\n", roles }))
        await renderServices(
          join(folder, `${layout}-${states}-${name}`),
          "shop-state",
          `layout: ${layout}\nstates: ${states}\n${words}`,
        );
}
