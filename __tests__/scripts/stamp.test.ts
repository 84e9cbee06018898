import { rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { inputs, isFresh, sourcesDigest, stampPath } from "../../scripts/build/stamp";
import { scratchFolder, writeFiles } from "../support/folder";

const checkout = () =>
  scratchFolder({
    ...Object.fromEntries(inputs.files.map((name) => [name, name])),
    ...Object.fromEntries(inputs.folders.map((name) => [`${name}/deep/file.ts`, name])),
  });

test.each([...inputs.files, ...inputs.folders.map((name) => `${name}/deep/file.ts`)])(
  "a change of %s counts",
  async (name) => {
    const root = await checkout();
    const before = sourcesDigest(root);
    await writeFile(path.join(root, name), "changed");
    expect(sourcesDigest(root)).not.toBe(before);
  },
);

test("a new name counts, a file elsewhere does not", async () => {
  const root = await checkout();
  const before = sourcesDigest(root);
  await writeFiles(root, { "docs/page.md": "new" });
  expect(sourcesDigest(root)).toBe(before);
  await rename(path.join(root, "lib/deep/file.ts"), path.join(root, "lib/deep/other.ts"));
  expect(sourcesDigest(root)).not.toBe(before);
});

test("a build is fresh only for the sources that it was made of", async () => {
  const root = await checkout();
  expect(isFresh(root, "a")).toBe(false);
  await writeFiles(root, { [path.relative(root, stampPath(root))]: "a" });
  expect(isFresh(root, "a")).toBe(true);
  expect(isFresh(root, "b")).toBe(false);
});
