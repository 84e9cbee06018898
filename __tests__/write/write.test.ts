import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../lib/diagnostic";
import { compare, manifestPath } from "../../lib/write";
import { changes, contents, put, sync, treeOf, useRoot } from "./scratch";

const at = useRoot();
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

describe("a first run", () => {
  test("writes the tree and nothing else", async () => {
    const files = { "main.tf.json": json({ a: 1 }), "modules/lambda/README.md": "# λ\n", "a/b/c/d": "" };
    expect(await sync(at.root, files)).toEqual(
      changes({ create: ["a/b/c/d", "main.tf.json", "modules/lambda/README.md"] }),
    );
    expect(contents(at.root)).toEqual(files);
    expect(readdirSync(join(at.root, ".groundplan"))).toEqual(["manifest.json"]);
  });

  test("keeps a manifest of one sorted line per file, whatever the order of the tree", async () => {
    await sync(at.root, { b: "2", "a/c": "3", a0: "1" });
    const lines = readFileSync(join(at.root, manifestPath), "utf8").split("\n");
    expect(lines.slice(2)).toEqual([
      `  "version": 1,`,
      `  "files": {`,
      expect.stringMatching(/^ {4}"a\/c": "[0-9a-f]{32}",$/),
      expect.stringMatching(/^ {4}"a0": "[0-9a-f]{32}",$/),
      expect.stringMatching(/^ {4}"b": "[0-9a-f]{32}"$/),
      "  }",
      "}",
      "",
    ]);
  });

  test("takes over files that say exactly what it would write, and may update them from then on", async () => {
    put(at.root, { a: "same\r\n", "b.json": `{"x":1,"y":[2]}` });
    expect(await sync(at.root, { a: "same\n", "b.json": json({ y: [2], x: 1 }) })).toEqual(
      changes({ unchanged: ["a", "b.json"] }),
    );
    expect(await sync(at.root, { a: "new" })).toEqual(changes({ update: ["a"], remove: ["b.json"] }));
  });
});

describe("a later run", () => {
  test("changes what differs, removes what is gone with its empty folders, and touches nothing else", async () => {
    await sync(at.root, { same: "1", "old/deep/a": "1", "shared/b": "1", "shared/c": "1", changed: "1" });
    put(at.root, { "shared/mine.tf": "user" });
    utimesSync(join(at.root, "same"), 1, 1);
    utimesSync(join(at.root, manifestPath), 1, 1);
    expect(await sync(at.root, { same: "1", changed: "2", "new/d": "1" })).toEqual(
      changes({
        create: ["new/d"],
        update: ["changed"],
        remove: ["old/deep/a", "shared/b", "shared/c"],
        unchanged: ["same"],
      }),
    );
    expect(contents(at.root)).toEqual({ same: "1", changed: "2", "new/d": "1", "shared/mine.tf": "user" });
    expect(statSync(join(at.root, "same")).mtimeMs).toBe(1000);
  });

  test("of the same tree writes nothing at all", async () => {
    await sync(at.root, { a: "1", "b/c.json": "{}" });
    for (const path of ["a", "b/c.json", manifestPath]) utimesSync(join(at.root, path), 1, 1);
    expect(await sync(at.root, { a: "1", "b/c.json": "{}" })).toEqual(changes({ unchanged: ["a", "b/c.json"] }));
    for (const path of ["a", "b/c.json", manifestPath]) expect(statSync(join(at.root, path)).mtimeMs).toBe(1000);
  });

  test("leaves the empty folders of the user alone, and the root too when all is removed", async () => {
    await sync(at.root, { "a/b": "1" });
    mkdirSync(join(at.root, "empty/folder"), { recursive: true });
    expect(await sync(at.root, {})).toEqual(changes({ remove: ["a/b"] }));
    expect(contents(at.root)).toEqual({ "empty/folder/": "" });
  });

  test("creates again what was deleted, and forgets what was deleted and is not rendered", async () => {
    await sync(at.root, { a: "1", b: "1" });
    rmSync(join(at.root, "a"));
    rmSync(join(at.root, "b"));
    expect(await sync(at.root, { a: "1" })).toEqual(changes({ create: ["a"] }));
    put(at.root, { b: "1" });
    expect(await sync(at.root, { a: "1" })).toEqual(changes({ unchanged: ["a"] }));
    expect(contents(at.root)).toEqual({ a: "1", b: "1" });
  });
});

describe("an edit", () => {
  test.each([
    [
      "a.tf.json",
      `{"b":[1,{"c":null}],"a":"é"}`,
      "layout, order and escapes of JSON",
      `{"a":"\\u00e9",\r\n"b":[1,{"c":null}]}`,
    ],
    ["README.md", "# a\nb\n", "line endings of text", "# a\r\nb\r\n"],
    ["broken.json", "{\n", "line endings of broken JSON", "{\r\n"],
  ])("is not what a formatter does: %s, %j: %s", async (path, text, _, formatted) => {
    await sync(at.root, { [path]: text });
    put(at.root, { [path]: formatted });
    expect(await sync(at.root, { [path]: text })).toEqual(changes({ unchanged: [path] }));
    expect(contents(at.root)).toEqual({ [path]: formatted });
    expect(await sync(at.root, { [path]: "[]" })).toEqual(changes({ update: [path] }));
  });

  test.each([
    ["a.json", `{"a":[1,2]}`, `{"a":[2,1]}`],
    ["a.json", `{"a":1}`, `{"a":"1"}`],
    ["a.json", `{"a":1}`, `{"a":1}}`],
    ["a.json", `{"a":{}}`, `{"a":[]}`],
    ["a.json", `{"__proto__":{"a":1}}`, `{"__proto__":{"a":2}}`],
    ["a.md", "a b", "a  b"],
    ["a.md", "a", ""],
  ])("is every other change: %s, %j to %j", async (path, text, edited) => {
    await sync(at.root, { [path]: text });
    put(at.root, { [path]: edited });
    const refused = changes({ refused: [{ path, why: "edited" }] });
    expect(await compare(at.root, treeOf({ [path]: text }))).toEqual(refused);
    expect(await compare(at.root, treeOf({ [path]: "new" }))).toEqual(refused);
    expect(await compare(at.root, treeOf({}))).toEqual(refused);
  });
});

describe("a refusal", () => {
  const files = { edited: "1", "gone/edited": "1", plain: "1" };
  const next = { edited: "2", plain: "2", mine: "ours", fresh: "2" };
  const start = async () => {
    await sync(at.root, files);
    put(at.root, { edited: "user", "gone/edited": "user", mine: "user", "beside.tf": "user" });
  };

  test("names every file with the reason and the way out, and nothing is written", async () => {
    await start();
    const before = [contents(at.root), readFileSync(join(at.root, manifestPath), "utf8")];
    const error: unknown = await sync(at.root, next).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).diagnostics).toEqual([
      {
        message: `"edited" was edited after Groundplan wrote it; to overwrite it would lose the edit.`,
        help: expect.stringContaining("--force to overwrite"),
      },
      {
        message: `"gone/edited" was edited after Groundplan wrote it; to remove it would lose the edit.`,
        help: expect.stringContaining("--force to remove"),
      },
      {
        message: `"mine" is there already, and Groundplan did not write it.`,
        help: expect.stringContaining("--force to overwrite"),
      },
    ]);
    expect([contents(at.root), readFileSync(join(at.root, manifestPath), "utf8")]).toEqual(before);
    expect(readdirSync(join(at.root, ".groundplan"))).toEqual(["manifest.json"]);
  });

  test("gives way to force, which still leaves the files of the user alone", async () => {
    await start();
    expect(await sync(at.root, next, { force: true })).toEqual(
      changes({ create: ["fresh"], update: ["edited", "mine", "plain"], remove: ["gone/edited"] }),
    );
    expect(contents(at.root)).toEqual({ ...next, "beside.tf": "user" });
    expect((await sync(at.root, next)).refused).toEqual([]);
  });

  test("ends when the edit is taken back", async () => {
    await start();
    put(at.root, { edited: "1", "gone/edited": "1" });
    rmSync(join(at.root, "mine"));
    expect((await sync(at.root, next)).refused).toEqual([]);
  });
});

test("comparing writes nothing, not even the root", async () => {
  expect(await compare(at.root, treeOf({ a: "1" }))).toEqual(changes({ create: ["a"] }));
  expect(existsSync(at.root)).toBe(false);
});
