import { type StateServer, startStateServer } from "../../support/state-server";
import { initialized, type Root } from "./project";
import { refusalOf } from "./refusal";

let server: StateServer;
beforeAll(async () => {
  server = await startStateServer({ name: "ci", password: "secret" });
});
afterAll(() => server.stop());

const devOf = async (options: string, password = "secret") => {
  const state = `{ backend: http, address: '${server.url}/states/', username: ci, ${options} }`;
  const { dev } = await initialized({ state, env: { TF_HTTP_PASSWORD: password } }, "directories");
  return (dev as Root).terraform;
};

test("a server that speaks as GitLab does is written to and locked", async () => {
  const dev = await devOf("lock_path: /lock, lock_method: POST, unlock_method: DELETE");
  await dev.apply();
  expect([...server.states.keys()]).toEqual(["/states/shop_dev"]);
  const release = await dev.holdLock("-destroy");
  const [{ ID } = { ID: "none" }] = server.locks.values();
  expect(await refusalOf(dev.plan())).toContain(`HTTP remote state already locked: ID=${ID}`);
  await release();
  expect(server.locks.size).toBe(0);
  expect(await dev.drift()).toBe("");
});

test("without locks, an apply takes none", async () => {
  const dev = await devOf("lock: false");
  const release = await dev.holdLock("-destroy");
  expect(server.locks.size).toBe(0);
  await release();
});

test("a wrong password is refused", async () => {
  expect(await refusalOf(devOf("lock: false", "wrong"))).toContain("HTTP remote state endpoint requires auth");
});
