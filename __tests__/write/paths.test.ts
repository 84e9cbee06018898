import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { manifestPath } from "../../lib/write";
import { diagnosticsOf, messagesOf } from "../package/problems";
import { contents, type Files, put, sync, useRoot } from "./scratch";

const at = useRoot();

test.each([
  ["/etc/passwd", "is absolute"],
  ["C:/x", "is absolute"],
  ["c:x", "is absolute"],
  ["../x", "leads upwards"],
  ["a/../../x", "leads upwards"],
  ["a/..", "leads upwards"],
  ["..", "leads upwards"],
  ["a\\b", "contains a backslash"],
  ["..\\x", "contains a backslash"],
  ["a\0b", "contains a NUL character"],
  ["", "has an empty part"],
  ["a//b", "has an empty part"],
  ["a/", "has an empty part"],
  ["./a", "has an empty part"],
  [manifestPath, `is inside ".groundplan", which is kept for the manifest`],
  [".GroundPlan/x", `is inside ".groundplan", which is kept for the manifest`],
])("the path %j is refused", async (path, fault) => {
  expect(await messagesOf(sync(at.root, { ok: "", [path]: "" }))).toEqual([
    `The path ${JSON.stringify(path)} ${fault}.`,
  ]);
  expect(readdirSync(at.outside)).toEqual([]);
});

test.each<[string, string, string]>([
  ["Main.tf", "main.tf", "are one file where letter case does not count"],
  ["a/É", "A/e\u0301", "are one file where letter case does not count"],
  ["a", "a/b", "cannot both exist: one is a folder of the other"],
  ["x/Y/z", "X/y", "cannot both exist: one is a folder of the other"],
])("%j and %j together are refused", async (one, other, fault) => {
  const messages = [...(await messagesOf(sync(at.root, { [one]: "", [other]: "" })))];
  expect(messages).toEqual([expect.stringContaining(fault)]);
  expect(messages[0]).toContain(`"${one}"`);
  expect(messages[0]).toContain(`"${other}"`);
});

test("every bad path is named at once", async () => {
  expect(await messagesOf(sync(at.root, { "/a": "", "../b": "", A: "", a: "" }))).toHaveLength(3);
});

describe("what stands in the way", () => {
  const link = (path: string, target: string) => {
    mkdirSync(join(at.root, path, ".."), { recursive: true });
    symlinkSync(target, join(at.root, path));
  };

  test.each<[string, () => void, string]>([
    [
      "a folder that is a link out of the root",
      () => link("modules", ".."),
      `"modules" is a link where a folder belongs.`,
    ],
    [
      "a folder that is a link inside the root",
      () => link("modules", "other"),
      `"modules" is a link where a folder belongs.`,
    ],
    ["a deep folder that is a link", () => link("modules/a", "/"), `"modules/a" is a link where a folder belongs.`],
    [
      "a file that is a link",
      () => link("modules/a/main", "../../../x"),
      `"modules/a/main" is a link where a file belongs.`,
    ],
    ["a dangling link", () => link("modules/a/main", "no"), `"modules/a/main" is a link where a file belongs.`],
    ["our own folder as a link", () => link(".groundplan", ".."), `".groundplan" is a link where a folder belongs.`],
    ["a folder", () => put(at.root, { "modules/a/main/x": "" }), `"modules/a/main" is a folder where a file belongs.`],
    ["a file", () => put(at.root, { modules: "" }), `"modules" is a file where a folder belongs.`],
    [
      "a twin",
      () => put(at.root, { "modules/A/x": "" }),
      `"modules/a" differs from "A", which is there, in letter case only.`,
    ],
  ])("%s is refused even with force, and nothing is written", async (_, arrange, message) => {
    put(at.outside, { x: "user" });
    put(at.root, { "other/x": "user" });
    arrange();
    const before = contents(at.root);
    const files: Files = { "modules/a/main": "1", "modules/a/outputs": "1", fresh: "1" };
    expect(await messagesOf(sync(at.root, files, { force: true }))).toContain(message);
    expect([contents(at.root), contents(at.outside).x]).toEqual([before, "user"]);
  });

  test("each obstacle is named once, with a way out", async () => {
    link("modules", "..");
    put(at.root, { "main/x": "" });
    const diagnostics = await diagnosticsOf(sync(at.root, { "modules/a": "", "modules/b/c": "", main: "" }));
    expect(diagnostics.map(({ message }) => message).sort()).toEqual([
      `"main" is a folder where a file belongs.`,
      `"modules" is a link where a folder belongs.`,
    ]);
    for (const { help } of diagnostics) expect(help).toMatch(/Move it away/);
  });

  test("a file is never removed through a link", async () => {
    await sync(at.root, { "modules/a": "1" });
    put(at.outside, { "elsewhere/a": "1" });
    rmSync(join(at.root, "modules"), { recursive: true });
    link("modules", "../elsewhere");
    expect(await messagesOf(sync(at.root, {}))).toEqual([`"modules" is a link where a folder belongs.`]);
    expect(existsSync(join(at.outside, "elsewhere/a"))).toBe(true);
  });

  test("the root may be a link, but not a file", async () => {
    mkdirSync(join(at.outside, "real"));
    symlinkSync("real", at.root);
    await sync(at.root, { a: "1" });
    expect(contents(join(at.outside, "real"))).toEqual({ a: "1" });
    put(at.outside, { file: "" });
    expect(await messagesOf(sync(join(at.outside, "file"), { a: "1" }))).toEqual([
      expect.stringMatching(/is not a folder/),
    ]);
  });
});
