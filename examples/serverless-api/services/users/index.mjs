import { HttpError, pageOf, refuse, router } from "./http.mjs";
import * as table from "./table.mjs";
import { problemsOf, problemsOfChanges } from "./user.mjs";

export const handler = router({
  "POST /users": async ({ body }) => {
    refuse(problemsOf(body));
    const { user_id, name, email } = body;
    const user = await table.create({ user_id, name, email });
    if (!user) throw new HttpError(409, `the user_id ${user_id} is taken`);
    return { status: 201, body: user, headers: { location: `/users/${user_id}` } };
  },

  "GET /users": async ({ query }) => ({ status: 200, body: await table.list(pageOf(query, ["user_id"])) }),

  "GET /users/{user_id}": async ({ path }) => ({
    status: 200,
    body: (await table.get(path.user_id)) ?? missing(path),
  }),

  "PATCH /users/{user_id}": async ({ path, body }) => {
    refuse(problemsOfChanges(body));
    const { version, ...changes } = body;
    const { user, current } = await table.update(path.user_id, version, changes);
    if (user) return { status: 200, body: user };
    if (!current) missing(path);
    throw new HttpError(409, `the user has changed since: version ${current.version}, not ${version}`);
  },

  "DELETE /users/{user_id}": async ({ path }) => {
    if (!(await table.remove(path.user_id))) missing(path);
    return { status: 204 };
  },
});

function missing({ user_id }) {
  throw new HttpError(404, `there is no user ${user_id}`);
}
