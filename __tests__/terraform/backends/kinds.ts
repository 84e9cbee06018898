import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { awsRequest, createBucket, newAccount } from "../../support/account";
import { scratchFolder } from "../../support/folder";
import { type Postgres, startPostgres } from "../../support/postgres";
import { startStateServer } from "../../support/state-server";

export type Layout = "directories" | "workspaces";

/** A server that keeps states, running. */
export interface Store {
  /** What a spec says under `state`. */
  readonly state: string;
  /** What Terraform must have in its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** The places of all states that the server has, in order, as the server itself tells. */
  places(): Promise<string[]>;
  /** The id of the lock of dev, as the server itself tells; absent where it keeps none. */
  lockId?(): Promise<unknown>;
  stop(): Promise<void>;
}

/** A kind of server, and what is to be seen of its states and locks. */
export interface Kind {
  readonly name: string;
  /** By layout, the place of an environment's state in the project shop. */
  readonly places: Readonly<Partial<Record<Layout, (environment: string) => string>>>;
  /** What Terraform says where the lock is taken, with single blanks; its group is the id of the lock, if Terraform knows it. */
  readonly refusal: RegExp;
  /** Whether the lock stays when its holder is killed. */
  readonly outlives: boolean;
  start(): Promise<Store>;
}

const local: Kind = {
  name: "local",
  places: {
    directories: (environment) => `shop/${environment}/terraform.tfstate`,
    workspaces: (environment) => `shop/terraform.tfstate.d/${environment}/terraform.tfstate`,
  },
  refusal: /Lock Info: ID: (\S+) Path: \S+terraform\.tfstate Operation: OperationTypeApply Who: \S+@/,
  outlives: false,
  async start() {
    const folder = await scratchFolder();
    return {
      state: `{ backend: local, path_prefix: '${folder}' }`,
      env: {},
      async places() {
        const files = await readdir(folder, { recursive: true });
        return files.filter((file) => file.endsWith(".tfstate")).sort();
      },
      stop: async () => {},
    };
  },
};

const s3: Kind = {
  name: "s3",
  places: {
    directories: (environment) => `shop/${environment}/terraform.tfstate`,
    workspaces: (environment) => `shop/${environment}/terraform.tfstate`,
  },
  refusal: /Lock Info: ID: (\S+) Path: \S+\/shop\/dev\/terraform\.tfstate Operation: OperationTypeApply Who: \S+@/,
  outlives: true,
  async start() {
    const account = newAccount();
    const bucket = `state-${randomUUID()}`;
    await createBucket(account, bucket);
    return {
      state: `{ backend: s3, bucket: ${bucket} }`,
      env: account.env,
      async places() {
        const listed = await awsRequest(account, "s3", `/${bucket}?list-type=2`, { method: "GET" });
        return [...(await listed.text()).matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = ""]) => key).sort();
      },
      async lockId() {
        const key = `/${bucket}/shop/dev/terraform.tfstate.tflock`;
        const lock = await awsRequest(account, "s3", key, { method: "GET" });
        return ((await lock.json()) as { ID: string }).ID;
      },
      stop: async () => {},
    };
  },
};

const http: Kind = {
  name: "http",
  places: { directories: (environment) => `/shop_${environment}` },
  refusal: /HTTP remote state already locked: ID=(\S+)/,
  outlives: true,
  async start() {
    const server = await startStateServer({ name: "ci", password: "secret" });
    return {
      state: `{ backend: http, address: '${server.url}', username: ci }`,
      env: { TF_HTTP_PASSWORD: "secret" },
      places: async () => [...server.states.keys()].sort(),
      lockId: async () => server.locks.get("/shop_dev")?.ID,
      stop: server.stop,
    };
  },
};

const pg: Kind = {
  name: "pg",
  places: {
    directories: (environment) => `shop_${environment}.default`,
    workspaces: (environment) => `shop.${environment}`,
  },
  refusal: /Workspace is already locked: (?:default|dev) /,
  outlives: false,
  async start() {
    const postgres = await startPostgres();
    return {
      state: `{ backend: pg, conn_str: '${postgres.url}' }`,
      env: postgres.env,
      places: () => rowsOfStates(postgres),
      stop: postgres.stop,
    };
  },
};

/** Every row of every table of states, as `schema.name`. */
async function rowsOfStates(postgres: Postgres): Promise<string[]> {
  const tables = await postgres.query<{ schema: string }>(
    "SELECT table_schema AS schema FROM information_schema.tables WHERE table_name = 'states'",
  );
  const rows = await Promise.all(
    tables.map(({ schema }) =>
      postgres.query<{ place: string }>(`SELECT '${schema}.' || name AS place FROM ${schema}.states`),
    ),
  );
  return rows
    .flat()
    .map(({ place }) => place)
    .sort();
}

/** Every kind with every layout that it has. */
export const cases = [local, s3, http, pg].flatMap((kind) =>
  Object.entries(kind.places).map(([layout, place]) => ({ kind, layout: layout as Layout, place })),
);
