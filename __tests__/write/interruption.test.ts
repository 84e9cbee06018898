import { readdirSync } from "node:fs";
import fs from "node:fs/promises";
import { join } from "node:path";
import { compare } from "../../lib/write";
import { changes, contents, type Files, put, sync, treeOf, useRoot } from "./scratch";

const at = useRoot();
const first: Files = { a: "1", b: "1", "c/d": "1", "old/e": "1", "old/f": "1" };
const second: Files = { a: "2", b: "2", "c/d": "2", "new/g": "2", h: "1" };
const third: Files = { a: "3", b: "1", i: "3" };

afterEach(() => jest.restoreAllMocks());

type Step = "writeFile" | "rename" | "rm" | "rmdir" | "mkdir";

/** Lets one call in a series fail as it would where the process is killed: nothing that comes after it happens. */
function dieAt(step: Step, call: number): () => boolean {
  let calls = 0;
  let dead = false;
  for (const name of ["writeFile", "rename", "rm", "rmdir", "mkdir"] as const) {
    const real = fs[name] as (...given: unknown[]) => Promise<unknown>;
    jest.spyOn(fs, name).mockImplementation((async (...given: unknown[]) => {
      if (name === step && ++calls > call) dead = true;
      if (dead) throw new Error("killed");
      return real(...given);
    }) as never);
  }
  return () => dead;
}

const deaths = [
  ...[0, 1, 3, 5].map((call) => ["writeFile", call] as const),
  ...[0, 1, 2, 3, 4, 5].map((call) => ["rename", call] as const),
  ...[0, 1, 2].map((call) => ["rm", call] as const),
  ["rmdir", 0] as const,
  ...[0, 1, 2].map((call) => ["mkdir", call] as const),
];

describe.each(deaths)("a run that dies at %s after %i calls", (step, call) => {
  beforeEach(async () => {
    await sync(at.root, first);
    put(at.root, { "mine.tf": "user" });
    const isDead = dieAt(step, call);
    await expect(sync(at.root, second)).rejects.toThrow("killed");
    expect(isDead()).toBe(true);
    jest.restoreAllMocks();
  });

  test.each([
    ["the same", second],
    ["another", third],
    ["the earlier", first],
  ])("is made good by a run with %s tree", async (_, files) => {
    expect((await compare(at.root, treeOf(files))).refused).toEqual([]);
    await sync(at.root, files);
    expect(withoutEmptyFolders(contents(at.root))).toEqual({ ...files, "mine.tf": "user" });
    expect(readdirSync(join(at.root, ".groundplan"))).toEqual(["manifest.json"]);
    expect(await compare(at.root, treeOf(files))).toEqual(changes({ unchanged: Object.keys(files).sort() }));
  });

  test("does not make an edit that follows it ours", async () => {
    put(at.root, { a: "user" });
    expect((await compare(at.root, treeOf(second))).refused).toEqual([{ path: "a", why: "edited" }]);
  });
});

test("a run may die again while it makes good for another", async () => {
  await sync(at.root, first);
  for (const files of [second, third]) {
    dieAt("rename", 2);
    await expect(sync(at.root, files)).rejects.toThrow("killed");
    jest.restoreAllMocks();
  }
  expect((await sync(at.root, { a: "4" })).refused).toEqual([]);
  expect(withoutEmptyFolders(contents(at.root))).toEqual({ a: "4" });
});

test("a journal that makes no sense is dropped", async () => {
  await sync(at.root, first);
  put(at.root, { ".groundplan/staging-1/manifest.json": "{", ".groundplan/staging-2/0": "" });
  expect(await sync(at.root, first)).toEqual(changes({ unchanged: Object.keys(first).sort() }));
  expect(readdirSync(join(at.root, ".groundplan"))).toEqual(["manifest.json"]);
});

/** A run that dies between a file and its folder may leave the folder. */
function withoutEmptyFolders(files: Files): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !path.endsWith("/")));
}
