import { join } from "node:path";
import { parse } from "yaml";
import { compose } from "../../lib/compose";
import { Sources } from "../../lib/diagnostic";
import { pipelineFiles } from "../../lib/pipelines";
import { loadProject } from "../../lib/spec";
import { toolbox } from "../../toolbox";
import { scratchFolder } from "../support/folder";

/** What a file holds: a test says what it expects there. */
// biome-ignore lint/suspicious/noExplicitAny: data of another's format
export type Json = any;

/** The files that run the roots of a project, by path. */
export class Files {
  constructor(readonly texts: ReadonlyMap<string, string>) {}

  text(path: string): string {
    const text = this.texts.get(path);
    if (text === undefined) throw new Error(`no ${path} among ${[...this.texts.keys()].join(", ")}`);
    return text;
  }

  /** What a file of YAML or JSON holds. */
  at(path: string, ...keys: readonly string[]): Json {
    return keys.reduce((value, key) => value?.[key], parse(this.text(path)));
  }
}

export const S3 = "state: { backend: s3, bucket: shop-state }\n";
export const CLOUD = "state: { backend: cloud, organization: acme }\n";

/** Services in a chain, mail after orders after users, and one that needs none. */
const chain = `services:
  mail: { table: { <<: *table, name: "mail-\${orders.table.dynamodb_table_name}" } }
  orders: { table: { <<: *table, name: "orders-\${users.table.dynamodb_table_name}" } }
  users: { table: *table }
  audit: { table: *table }
`;

const head = `version: 1
name: shop
region: us-east-1
x-table: &table { module: dynamodb, hash_key: id, attributes: { id: S } }
`;

/** Renders a project of four services, of which three are a chain, in the environments dev and prod. */
export function rendered(words: string, { services = chain, hasCode = false } = {}): Promise<Files> {
  const environments = words.includes("environments:")
    ? ""
    : "environments: { dev: {}, prod: { region: eu-west-1 } }\n";
  return files(`${head}${environments}${words}\n${services}`, hasCode);
}

async function files(spec: string, hasCode: boolean): Promise<Files> {
  const folder = await scratchFolder({ "groundplan.yaml": spec });
  const project = loadProject({ file: join(folder, "groundplan.yaml"), sources: new Sources(), ...toolbox });
  const stacks = compose(project, () => ({ name: "code.zip", hash: "" }));
  return new Files(new Map(pipelineFiles(project, stacks, { hasCode, template: toolbox.template })));
}

/** Services `s0`, `s1`, … that need nothing of one another. */
export const many = (count: number): string =>
  `services:\n${Array.from({ length: count }, (_, i) => `  s${i}: { table: *table }\n`).join("")}`;
