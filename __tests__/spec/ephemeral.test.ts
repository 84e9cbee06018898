import { asOf } from "../../lib/spec";
import { load, problems } from "./project";

const spec = (ephemeral = "ephemeral: true") => `version: 1
name: shop
region: us-east-1
environments: { dev: {}, preview: { ${ephemeral} } }
services:
  a:
    one: { module: echo, only: [preview] }
    two: { module: echo, text: plain, environments: { preview: { text: "in \${environment}" } } }
`;

test("an ephemeral environment has another name wherever the spec speaks of it", async () => {
  const { project } = await load(spec(), { as: { preview: "pr-42" } });
  expect(project.environments.map(({ name }) => name)).toEqual(["dev", "pr-42"]);
  expect(project.components.get("a.one")?.environments).toEqual(["pr-42"]);
  expect(project.components.get("a.two")?.values).toMatchObject({
    dev: { text: "plain" },
    "pr-42": { text: "in pr-42" },
  });
});

test("its own name is right where no other is given", async () => {
  expect((await load(spec())).project.environments.map(({ name }) => name)).toEqual(["dev", "preview"]);
});

test.each([
  ["ephemeral: true", false],
  ["ephemeral: true, protected: true", true],
  ["", true],
  ["protected: false", false],
])("stored data of an environment with %j is protected: %s", async (words, isProtected) => {
  const { project } = await load(spec(words));
  expect(project.environments.at(-1)?.protected).toBe(isProtected);
});

test.each([
  [{ previw: "pr-42" }, "GROUNDPLAN_AS: there is no environment previw"],
  [{ dev: "pr-42" }, "GROUNDPLAN_AS: dev is not ephemeral"],
  [{ preview: "dev" }, "GROUNDPLAN_AS: dev is an environment of its own"],
])("%j is refused: %s", async (as, message) => {
  expect(await problems(spec(), { as })).toEqual([message]);
});

test("names are read from pairs", () => {
  expect(asOf("preview=pr-42, load=load-7")).toEqual({ preview: "pr-42", load: "load-7" });
  expect(asOf(undefined)).toEqual({});
  expect(asOf("")).toEqual({});
});

test.each(["preview", "preview=", "=x", "preview=PR", "preview=a/b", "preview=a--b"])("%j is no name", (text) => {
  expect(() => asOf(text)).toThrow(
    expect.objectContaining({ diagnostics: [expect.objectContaining({ help: expect.any(String) })] }),
  );
});
