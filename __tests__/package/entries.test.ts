import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { lambdaLimits, packageFolder } from "../../lib/package";
import { diagnosticsOf, messagesOf } from "./problems";
import { zipTexts } from "./read-zip";
import { type Content, useScratch } from "./scratch";

const scratch = useScratch();
const source = (folder: string) => ({ folder, name: "f", into: join(scratch.root, "out") });
const packed = async (files: Record<string, Content>) =>
  Object.keys(zipTexts((await packageFolder(source(scratch.fill("code", files)))).file));

describe("ignored files", () => {
  const litter = { ".git/HEAD": "", ".DS_Store": "", "a/Thumbs.db": "", "__pycache__/a.pyc": "", ".gitignore": "a" };

  test("history and litter stay out, dependencies ship", async () => {
    expect(await packed({ ...litter, "a/.DS_Store": "", "node_modules/x/index.js": "" })).toEqual([
      ".gitignore",
      "node_modules/x/index.js",
    ]);
  });

  test.each<[string, string[]]>([
    ["*.md\n", ["a.js", "a/b.js", "a/c/d.js"]],
    ["# comment\r\n\r\na/\r\n", ["README.md", "a.js"]],
    ["\uFEFF/a.js", ["README.md", "a/b.js", "a/c/d.js"]],
    ["*\n!a.js", ["a.js"]],
    ["/*\n!a/\na/b.js", ["a/c/d.js"]],
    ["**/d.js\nA.JS", ["README.md", "a.js", "a/b.js"]],
    ["!.groundplanignore\n*.js", [".groundplanignore", "README.md"]],
  ])("the ignore file %j has the syntax of git", async (rules, expected) => {
    const files = { "README.md": "", "a.js": "", "a/b.js": "", "a/c/d.js": "" };
    expect(await packed({ ...files, ".groundplanignore": rules })).toEqual(expected);
  });
});

describe("links", () => {
  test("inside the folder stand for what they point to", async () => {
    const folder = scratch.fill("code", {
      "lib/a.js": "a",
      "b.js": { link: "lib/a.js" },
      "c.js": { link: "b.js" },
      "copy/lib": { link: "../lib" },
    });
    symlinkSync(join(folder, "lib/a.js"), join(folder, "absolute.js"));
    expect(zipTexts((await packageFolder(source(folder))).file)).toEqual({
      "absolute.js": "a",
      "b.js": "a",
      "c.js": "a",
      "copy/lib/a.js": "a",
      "lib/a.js": "a",
    });
  });

  test("that lead nowhere, outside, or round in circles are refused, all at once", async () => {
    scratch.fill("code-other", { secret: "" });
    const folder = scratch.fill("code", {
      dead: { link: "missing" },
      self: { link: "self" },
      "a/up": { link: ".." },
      "a/here": { link: "." },
      out: { link: "../code-other/secret" },
      etc: { link: "/etc" },
    });
    expect((await messagesOf(packageFolder(source(folder)))).sort()).toEqual([
      `The link "a/here" points to ".", a folder that contains the link.`,
      `The link "a/up" points to "..", a folder that contains the link.`,
      `The link "dead" points to "missing", which does not exist or leads back to the link.`,
      `The link "etc" points to "/etc", which is outside the code folder.`,
      `The link "out" points to "../code-other/secret", which is outside the code folder.`,
      `The link "self" points to "self", which does not exist or leads back to the link.`,
    ]);
    expect(existsSync(join(scratch.root, "out"))).toBe(false);
  });

  test("two folders that link into each other are refused", async () => {
    const folder = scratch.fill("code", { "a/b": { link: "../b" }, "b/a": { link: "../a" } });
    expect((await messagesOf(packageFolder(source(folder)))).sort()).toEqual([
      `The link "a/b/a" points to "../a", a folder that contains the link.`,
      `The link "b/a/b" points to "../b", a folder that contains the link.`,
    ]);
  });

  test("that are ignored do no harm, and the code folder may be one itself", async () => {
    scratch.fill("code", { ".groundplanignore": "dead", dead: { link: "missing" }, a: "a" });
    symlinkSync("code", join(scratch.root, "link"));
    expect(zipTexts((await packageFolder(source(join(scratch.root, "link")))).file)).toEqual({ a: "a" });
  });

  test("that multiply what they lead to end in an error, not in endless work", async () => {
    const levels = Array.from({ length: 40 }, (_, n) => [`d${n}/x`, `d${n}/y`]).flat();
    const links = levels.map((path): [string, Content] => [path, { link: `../d${Number(path.slice(1, -2)) + 1}` }]);
    const folder = scratch.fill("code", { ...Object.fromEntries(links), "d40/a": "" });
    const packaging = packageFolder(source(folder), { ...lambdaLimits, files: 100 });
    expect(await messagesOf(packaging)).toEqual([expect.stringMatching(/more than 100 files/)]);
  });
});

describe("what cannot be packaged", () => {
  const at = (path: string) => join(scratch.root, path);

  test.each<[string, () => string, RegExp]>([
    ["a missing folder", () => at("missing"), /missing" does not exist/],
    ["a path through a file", () => join(scratch.fill("code", { a: "" }), "a/b"), /does not exist/],
    ["a file", () => join(scratch.fill("code", { "index.js": "" }), "index.js"), /index.js" is not a folder/],
    ["an empty folder", () => scratch.fill("code", {}), /has no file to package/],
    ["a folder of empty folders", () => scratch.fill("code/a/b", {}) && at("code"), /has no file to package/],
    ["a folder where all is ignored", () => scratch.fill("code", { ".groundplanignore": "*" }), /has no file/],
  ])("%s is an error that says how to mend it", async (_, folder, message) => {
    const location = { file: "groundplan.yaml", start: 3, end: 5 };
    const problem = { message: expect.stringMatching(message), help: expect.stringMatching(/\w{4}/), location };
    expect(await diagnosticsOf(packageFolder({ ...source(folder()), location }))).toEqual([problem]);
  });

  test("a pipe is refused rather than waited for", async () => {
    const folder = scratch.fill("code", { a: "" });
    spawnSync("mkfifo", [join(folder, "pipe")]);
    expect(await messagesOf(packageFolder(source(folder)))).toEqual([`"pipe" is neither a file nor a folder.`]);
  });

  test("a name that is not UTF-8 is refused rather than changed", async () => {
    const folder = scratch.fill("code", { a: "" });
    mkdirSync(Buffer.concat([Buffer.from(join(folder, "/")), Buffer.from([0x66, 0xe9])]));
    expect(await messagesOf(packageFolder(source(folder)))).toEqual([`The name of "f\uFFFD" is not valid UTF-8.`]);
  });

  test.each(["code", "code/out", "code/infrastructure/.artifacts"])("packages may not be kept in %s", async (into) => {
    const folder = scratch.fill("code", { a: "" });
    expect(await messagesOf(packageFolder({ ...source(folder), into: at(into) }))).toEqual([
      `The code folder "${folder}" contains "${at(into)}", where packages are kept.`,
    ]);
  });

  test("packages may be kept in a folder that the code folder ignores", async () => {
    const folder = scratch.fill("code", { a: "a", ".groundplanignore": "infrastructure/" });
    const into = join(folder, "infrastructure/.artifacts");
    const first = await packageFolder({ ...source(folder), into });
    expect(await packageFolder({ ...source(folder), into })).toEqual({ ...first, reused: true });
  });

  test("a name that would leave the folder for packages is our own mistake", async () => {
    const folder = scratch.fill("code", { a: "" });
    await expect(packageFolder({ ...source(folder), name: "../up" })).rejects.toThrow('"../up" cannot be the name');
  });
});
