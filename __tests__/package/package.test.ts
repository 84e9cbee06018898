import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import fc from "fast-check";
import { packageFolder, previewPackage } from "../../lib/package";
import { packageInChild } from "./child";
import { readZip, zipTexts } from "./read-zip";
import { useScratch } from "./scratch";

const scratch = useScratch();
const source = (folder: string) => ({ folder, name: "orders-function", into: join(scratch.root, "out") });

describe("the zip", () => {
  test("holds the files in the order of their bytes, with the times and modes that every machine gives", async () => {
    const folder = scratch.fill("code", {
      "ï.txt": "i",
      "lib/b.js": "b",
      "lib.js": "l",
      Zed: "z",
      bootstrap: { executable: "#!/bin/sh" },
      "a b": "",
    });
    const { file } = await packageFolder(source(folder));
    const january1980 = (1 << 21) | (1 << 16);
    const facts = readZip(file).map(({ path, mode, madeOn, dosTime }) => [path, mode.toString(8), madeOn, dosTime]);
    expect(facts).toEqual([
      ["Zed", "100644", 3, january1980],
      ["a b", "100644", 3, january1980],
      ["bootstrap", "100755", 3, january1980],
      ["lib.js", "100644", 3, january1980],
      ["lib/b.js", "100644", 3, january1980],
      ["ï.txt", "100644", 3, january1980],
    ]);
  });

  test("gives back every content that was put in", async () => {
    const path = fc.stringMatching(/^[a-zé😀_-]{1,8}(\/[a-z.]{1,4}x){0,2}$/u);
    const content = fc.oneof(
      fc.uint8Array(),
      fc.nat(200_000).map((size) => Buffer.alloc(size, "groundplan")),
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.dictionary(path, content, { minKeys: 1, maxKeys: 5 }), async (files) => {
        const folder = scratch.fill(`code${run++}`, Object.fromEntries(withoutOverlap(Object.entries(files))));
        const { file } = await packageFolder(source(folder));
        for (const entry of readZip(file)) expect(entry.content.equals(files[entry.path] ?? missing)).toBe(true);
        expect(readZip(file)).toHaveLength(withoutOverlap(Object.entries(files)).length);
      }),
      { numRuns: 50 },
    );
  });

  test.each([65535, 65536, 65537, 131072])("survives a file of %i bytes, where reads are cut", async (size) => {
    const content = randomBytes(size);
    const { file } = await packageFolder(source(scratch.fill("code", { data: content })));
    expect(readZip(file)[0]?.content.equals(content)).toBe(true);
  });

  test("keeps its bytes from release to release; when this fails, raise formatVersion", async () => {
    const folder = scratch.fill("code", {
      "index.js": "exports.handler = async () => 1;\n".repeat(9999),
      run: { executable: "" },
    });
    const { digest, sourceCodeHash, size } = await packageFolder(source(folder));
    expect({ digest, sourceCodeHash, size }).toEqual(golden);
  });
});

describe("the digest", () => {
  test("depends on nothing but paths, contents and executable bits", async () => {
    const first = scratch.fill("one", { "a.js": "a", "b/c.js": "c" });
    const second = scratch.fill("two", { "b/c.js": "c", "a.js": "a" });
    utimesSync(join(second, "a.js"), 1, 1);
    chmodSync(join(second, "a.js"), 0o600);
    const [one, two] = [await packageFolder(source(first)), await packageFolder({ ...source(second), name: "other" })];
    expect(two.digest).toBe(one.digest);
    expect(two.sourceCodeHash).toBe(one.sourceCodeHash);
  });

  test.each(["Pacific/Kiritimati", "America/St_Johns"])(
    "and the bytes are the same in the time zone %s",
    async (TZ) => {
      const folder = scratch.fill("code", { a: "a" });
      const { file, sourceCodeHash } = await packageFolder(source(folder));
      const child = packageInChild(folder, join(scratch.root, TZ), { env: { ...process.env, TZ } });
      expect([basename(child.file), child.sourceCodeHash]).toEqual([basename(file), sourceCodeHash]);
    },
  );

  test.each<[string, (folder: string) => void]>([
    ["a content", (folder) => writeFileSync(join(folder, "a.js"), "b")],
    ["a name", (folder) => renameSync(join(folder, "a.js"), join(folder, "b.js"))],
    ["an executable bit", (folder) => chmodSync(join(folder, "a.js"), 0o755)],
    ["one more file", (folder) => writeFileSync(join(folder, "b.js"), "")],
  ])("changes with %s", async (_, change) => {
    const folder = scratch.fill("code", { "a.js": "a" });
    const before = await packageFolder(source(folder));
    change(folder);
    expect((await packageFolder(source(folder))).digest).not.toBe(before.digest);
  });

  test("names the file, whose bytes the hash is of", async () => {
    const { file, digest, sourceCodeHash, size } = await packageFolder(source(scratch.fill("code", { a: "a" })));
    expect(basename(file)).toBe(`orders-function-${digest}.zip`);
    expect(digest).toMatch(/^[0-9a-f]{16}$/);
    expect(sourceCodeHash).toBe(createHash("sha256").update(readFileSync(file)).digest("base64"));
    expect(size).toBe(readFileSync(file).length);
  });
});

describe("an unchanged folder", () => {
  test("is not zipped again", async () => {
    const folder = scratch.fill("code", { a: "a" });
    const made = await packageFolder(source(folder));
    utimesSync(made.file, 1, 1);
    expect(await packageFolder(source(folder))).toEqual({ ...made, reused: true });
    writeFileSync(made.file, "what is there is taken as it is");
    const hash = createHash("sha256").update("what is there is taken as it is").digest("base64");
    expect((await packageFolder(source(folder))).sourceCodeHash).toBe(hash);
  });

  test("leaves earlier packages where they are", async () => {
    const folder = scratch.fill("code", { a: "a" });
    const made = await packageFolder(source(folder));
    writeFileSync(join(folder, "a"), "b");
    await packageFolder(source(folder));
    expect(zipTexts(made.file)).toEqual({ a: "a" });
    expect(readdirSync(join(scratch.root, "out"))).toHaveLength(2);
  });
});

describe("a preview", () => {
  test("tells what packaging would make, and writes nothing", async () => {
    const folder = scratch.fill("code", { a: "a", b: randomBytes(300_000) });
    const preview = await previewPackage(source(folder));
    expect(existsSync(join(scratch.root, "out"))).toBe(false);
    expect(await packageFolder(source(folder))).toEqual(preview);
    expect(await previewPackage(source(folder))).toEqual({ ...preview, reused: true });
  });
});

const missing = Buffer.from("no such file was put in");

const golden = {
  digest: "0049a60745ef3c19",
  sourceCodeHash: "1qsQtiMfSzU3xlb9alyD74ddcXPNuhzIhLsoIzJX63Y=",
  size: 1325,
};

/** Drops paths that need a folder where another path has its file. */
function withoutOverlap<T>(files: [string, T][]): [string, T][] {
  return files.filter(([path]) => !files.some(([other]) => other.startsWith(`${path}/`)));
}
