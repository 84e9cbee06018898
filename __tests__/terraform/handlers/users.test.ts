import { type Handler, startHandler } from "../../examples/handler";
import { pages, type Request, send } from "../../examples/request";
import { openShop } from "../../examples/shop";

let users: Handler;

beforeAll(async () => {
  const { env } = await openShop();
  users = await startHandler("users/index.handler", env);
});

afterAll(() => users.stop());

const user = (user_id: string) => ({ user_id, name: "Ada Lovelace", email: "ada@example.com" });
const createUser = (user_id: string) => send(users, "POST /users", [], { body: user(user_id) });

test("a new user is answered with its place, and found there", async () => {
  const created = await createUser("ada");
  expect(created).toMatchObject({ status: 201, headers: { location: "/users/ada" }, body: user("ada") });
  expect(await send(users, "GET /users/{user_id}", ["ada"])).toMatchObject({ status: 200, body: created.body });
});

test("a taken user_id is a conflict, and the first user stays as it is", async () => {
  await createUser("grace");
  const second = { ...user("grace"), name: "Another" };
  expect(await send(users, "POST /users", [], { body: second })).toMatchObject({ status: 409 });
  expect(await send(users, "GET /users/{user_id}", ["grace"])).toMatchObject({ body: { name: "Ada Lovelace" } });
});

test("changes start from the current version, or are a conflict", async () => {
  await createUser("mary");
  const change = (version: number, name: string) =>
    send(users, "PATCH /users/{user_id}", ["mary"], { body: { version, name } });
  expect(await change(1, "Mary")).toMatchObject({ status: 200, body: { name: "Mary", version: 2 } });
  expect(await change(1, "Late")).toMatchObject({ status: 409, body: { message: expect.stringContaining("2") } });
  expect(await send(users, "GET /users/{user_id}", ["mary"])).toMatchObject({ body: { name: "Mary" } });
});

test("a deleted user is gone", async () => {
  await createUser("edsger");
  expect(await send(users, "DELETE /users/{user_id}", ["edsger"])).toMatchObject({ status: 204, body: undefined });
  expect(await send(users, "GET /users/{user_id}", ["edsger"])).toMatchObject({ status: 404 });
});

test.each(["GET /users/{user_id}", "DELETE /users/{user_id}"])("%s of nobody is not found", async (route) => {
  expect(await send(users, route, ["nobody"])).toMatchObject({ status: 404 });
});

test("changes of nobody are not found", async () => {
  const body = { version: 1, name: "x" };
  expect(await send(users, "PATCH /users/{user_id}", ["nobody"], { body })).toMatchObject({ status: 404 });
});

test("pages of the list together hold every user once", async () => {
  await Promise.all(["page-1", "page-2", "page-3"].map(createUser));
  const found = await pages(users, "GET /users", { limit: "2" }, ({ body }) => body.users);
  const ids = found.map(({ user_id }) => user_id);
  expect(ids).toEqual(expect.arrayContaining(["page-1", "page-2", "page-3"]));
  expect(new Set(ids).size).toBe(ids.length);
});

test("all that is wrong with a user is said at once", async () => {
  const body = { user_id: "A", email: "nowhere", age: 3 };
  expect(await send(users, "POST /users", [], { body })).toMatchObject({
    status: 400,
    body: { problems: [/age/, /user_id/, /name/, /email/].map((words) => expect.stringMatching(words)) },
  });
});

test.each<[string, string, Request]>([
  ["a body that is no JSON", "POST /users", { body: "{" }],
  ["a body that is no object", "POST /users", { body: [] }],
  ["no body", "POST /users", {}],
  ["a change of nothing", "PATCH /users/{user_id}", { body: { version: 1 } }],
  ["a change without a version", "PATCH /users/{user_id}", { body: { name: "x" } }],
  ["a change of the key", "PATCH /users/{user_id}", { body: { version: 1, user_id: "x" } }],
  ["a limit that is no number", "GET /users", { query: { limit: "many" } }],
  ["a page that never was", "GET /users", { query: { next: "e30" } }],
])("%s is a bad request", async (_, route, request) => {
  expect(await send(users, route, ["ada"], request)).toMatchObject({ status: 400 });
});

test("an unknown route is not found", async () => {
  expect(await send(users, "PUT /users")).toMatchObject({ status: 404 });
});
