import { type StateServer, startStateServer } from "./state-server";

let server: StateServer;
beforeAll(async () => {
  server = await startStateServer({ name: "ci", password: "secret" });
});
afterAll(() => server.stop());

const authorization = `Basic ${btoa("ci:secret")}`;
const ask = async (method: string, path: string, body?: string, headers = {}) =>
  (await fetch(server.url + path, { method, body, headers: { authorization, ...headers } })).status;

const lock = (ID: string) => JSON.stringify({ ID });

test.each([
  ["a state that nobody wrote", "GET", "/none", undefined, {}, 404],
  ["a wrong password", "GET", "/none", undefined, { authorization: "Basic none" }, 401],
  ["a body that is not what its sum says", "POST", "/a", "state", { "content-md5": "bm9uZQ==" }, 400],
  ["a method that nobody uses", "PATCH", "/a", "state", {}, 405],
])("%s is refused", async (_, method, path, body, headers, status) => {
  expect(await ask(method, path, body, headers)).toBe(status);
  expect(server.states.size).toBe(0);
});

test("what is locked is written and unlocked by its holder alone, or by force", async () => {
  expect(await ask("LOCK", "/b", lock("1"))).toBe(200);
  expect(await ask("LOCK", "/b", lock("2"))).toBe(423);
  expect(await ask("POST", "/b?ID=2", "theirs")).toBe(423);
  expect(await ask("POST", "/b?ID=1", "ours")).toBe(200);
  expect(await ask("UNLOCK", "/b", lock("2"))).toBe(423);
  expect(await ask("UNLOCK", "/b")).toBe(200);
  expect(server.locks.size).toBe(0);
  expect(String(server.states.get("/b"))).toBe("ours");
});
