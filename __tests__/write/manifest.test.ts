import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compare, manifestPath } from "../../lib/write";
import { diagnosticsOf } from "../package/problems";
import { changes, contents, put, sync, treeOf, useRoot } from "./scratch";

const at = useRoot();
const manifest = (value: unknown) => JSON.stringify(value);

test.each<[string, string, RegExp]>([
  ["cut off", `{ "version": 1, "files": { "a": "`, /is not what was written there/],
  ["empty", "", /is not what was written there/],
  ["a list", "[]", /is not what was written there/],
  ["without files", manifest({ version: 1 }), /is not what was written there/],
  ["with files in a list", manifest({ version: 1, files: ["a"] }), /is not what was written there/],
  ["with a number for a fingerprint", manifest({ version: 1, files: { a: 1 } }), /damaged: "a" has no fingerprint/],
  [
    "that leads out of the root",
    manifest({ version: 1, files: { "../outside": "" } }),
    /damaged: "..\/outside" leads up/,
  ],
  [
    "that names itself",
    manifest({ version: 1, files: { [manifestPath]: "" } }),
    /damaged: ".*" is inside "\.groundplan"/,
  ],
  ["of a later release", manifest({ version: 2, files: {} }), /has version 2; this release knows version 1/],
  ["of no version", manifest({ files: {} }), /has version undefined/],
  ["in a merge conflict", "<<<<<<< HEAD\n{}\n=======\n[]\n>>>>>>> main\n", /has merge conflicts/],
])("a manifest %s is an error that says what to do", async (_, text, message) => {
  put(at.root, { [manifestPath]: text, "../outside": "user" });
  expect(await diagnosticsOf(compare(at.root, treeOf({ a: "1" })))).toEqual([
    { message: expect.stringMatching(message), help: expect.stringMatching(/delete it, and run again|later release/) },
  ]);
  expect(readFileSync(join(at.outside, "outside"), "utf8")).toBe("user");
});

test("without its manifest, what is as it should be is taken over, and all else is refused or left", async () => {
  await sync(at.root, { same: "1", outdated: "1", stale: "1" });
  rmSync(join(at.root, ".groundplan"), { recursive: true });
  const next = treeOf({ same: "1", outdated: "2" });
  expect(await compare(at.root, next)).toEqual(
    changes({ unchanged: ["same"], refused: [{ path: "outdated", why: "not ours" }] }),
  );
  await sync(at.root, Object.fromEntries(next), { force: true });
  expect(contents(at.root)).toEqual({ same: "1", outdated: "2", stale: "1" });
  expect(await sync(at.root, {})).toEqual(changes({ remove: ["outdated", "same"] }));
});

test("a manifest that git gave other line endings is as good", async () => {
  await sync(at.root, { a: "1" });
  const file = join(at.root, manifestPath);
  writeFileSync(file, readFileSync(file, "utf8").replaceAll("\n", "\r\n"));
  expect(await sync(at.root, { a: "2" })).toEqual(changes({ update: ["a"] }));
});

test("either side of a conflict in the manifest is enough to go on", async () => {
  await sync(at.root, { a: "1", b: "1" });
  const ours = readFileSync(join(at.root, manifestPath), "utf8");
  await sync(at.root, { a: "1", b: "2", c: "2" });
  put(at.root, { [manifestPath]: ours });
  expect(await sync(at.root, { a: "1", b: "2", c: "2" })).toEqual(changes({ unchanged: ["a", "b", "c"] }));
});
