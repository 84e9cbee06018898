import { readFileSync } from "node:fs";
import path from "node:path";
import { type Postgres, startPostgres } from "../../support/postgres";
import { initialized, type Root } from "./project";
import { refusalOf } from "./refusal";

let postgres: Postgres | undefined;
let roots: Readonly<Record<string, Root>>;
beforeAll(async () => {
  postgres = await startPostgres();
  const env = { ...postgres.env, PG_CONN_STR: postgres.url };
  roots = await initialized({ state: "{ backend: pg, schema_prefix: tf- }", env }, "directories");
});
afterAll(() => postgres?.stop());

const terraform = (environment: string) => (roots[environment] as Root).terraform;

const documentation = readFileSync(path.join(__dirname, "../../../docs/state.md"), "utf8");
const section = documentation.split(/^## /m).find((one) => one.startsWith("Backends")) ?? "";

/** The statements that are documented: the first shows who holds locks, the second ends the connection of one. */
const [shows = "", ends = ""] = [...section.matchAll(/```sql\n(.*?)```/gs)].map(([, statement]) => statement);

test("force-unlock leaves the lock where it is; the end of its holder's connection takes it off", async () => {
  await terraform("dev").apply();
  const release = await terraform("dev").holdLock("-destroy");
  await terraform("dev").run("force-unlock", "-force", "00000000-0000-0000-0000-000000000000");
  expect(await refusalOf(terraform("dev").plan())).toContain("Workspace is already locked: default");

  const [{ pid, state } = {}, ...more] = (await postgres?.query<{ pid: number; state: string }>(shows)) ?? [];
  expect(more).toEqual([]);
  expect(await postgres?.query('SELECT id FROM "tf-shop_dev".states')).toEqual([{ id: state }]);
  await postgres?.query(ends.replace("4711", String(pid)));
  await terraform("dev").plan();
  await release();
});

test("while a first apply makes its state, no state of the database can be locked", async () => {
  const release = await terraform("prod").holdLock();
  expect(await refusalOf(terraform("dev").plan())).toContain("already locked for workspace creation: default");
  expect(await refusalOf(terraform("staging").plan())).toContain("Already locked for workspace creation: default");
  expect(await postgres?.query(shows)).toMatchObject([{ state: "-1" }]);
  await release();
  await terraform("dev").plan();
});
