import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { UserError } from "../../lib/diagnostic";
import { expandGlob, loadText } from "../../lib/source";

let top: string;
let root: string;

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "groundplan-"));
  root = join(top, "project");
});
afterEach(() => rmSync(top, { recursive: true }));

function write(path: string, content: string | Uint8Array = "a: 1"): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function refusal(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error.diagnostics.map(({ message }) => message);
  }
  throw new Error("expected a UserError");
}

describe("loadText", () => {
  test("reads UTF-8 and drops a byte order mark", () => {
    write("f.yaml", "\ufeffa: é");
    expect(loadText(root, "f.yaml")).toBe("a: é");
  });

  test.each([
    ["latin-1", Uint8Array.of(0x61, 0xe9), "f.yaml is not UTF-8"],
    ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x61, 0), "f.yaml is not UTF-8, but UTF-16"],
    ["a large file", new Uint8Array(5 * 1024 * 1024 + 1), "f.yaml is too large: 5.0 MB, of at most 5 MB"],
  ])("refuses %s", (_, bytes, message) => {
    write("f.yaml", bytes);
    expect(refusal(() => loadText(root, "f.yaml"))).toEqual([message]);
  });

  test.each([
    ["missing.yaml", "missing.yaml does not exist"],
    ["folder", "folder is a folder, not a file"],
    ["folder/f.yaml/g", "folder/f.yaml/g does not exist"],
    ["loop", "loop is a symbolic link that leads back to itself"],
    ["/dev/zero", "/dev/zero is not a regular file"],
  ])("refuses %s", (path, message) => {
    write("folder/f.yaml");
    symlinkSync("loop", join(root, "loop"));
    expect(refusal(() => loadText(root, path))).toEqual([message]);
  });
});

describe("expandGlob", () => {
  beforeEach(() => {
    for (const path of ["b/f.yaml", "a/f.yaml", "a/deep/f.yaml", "a/g.yaml", ".hidden/f.yaml", "node_modules/m/f.yaml"])
      write(path);
  });

  test.each([
    ["*/f.yaml", ["a/f.yaml", "b/f.yaml"]],
    ["**/f.yaml", ["a/deep/f.yaml", "a/f.yaml", "b/f.yaml"]],
    ["a/?.yaml", ["a/f.yaml", "a/g.yaml"]],
    ["./a/g.yaml", ["a/g.yaml"]],
    [".hidden/*.yaml", [".hidden/f.yaml"]],
    ["node_modules/*/f.yaml", ["node_modules/m/f.yaml"]],
  ])("%s", (pattern, expected) => {
    expect(expandGlob(root, pattern)).toEqual(expected);
  });

  test.each([
    ["c/*.yaml", "c/*.yaml names no file"],
    ["a", "a names no file"],
    ["!a/f.yaml", "!a/f.yaml names no file"],
    ["../*.yaml", "../*.yaml leads out of the folder of the spec"],
    ["a/../../*.yaml", "a/../../*.yaml leads out of the folder of the spec"],
    ["..\\x", "..\\x leads out of the folder of the spec"],
    ["/etc/*", "/etc/* leads out of the folder of the spec"],
    ["C:\\x", "C:\\x leads out of the folder of the spec"],
  ])("refuses %s", (pattern, message) => {
    expect(refusal(() => expandGlob(root, pattern))).toEqual([message]);
  });

  test.each([
    ["a file", "secret.yaml", "a/link.yaml", "a/link.yaml"],
    ["a folder", "", "link", "link/secret.yaml"],
  ])("refuses a link to %s outside", (_, target, link, found) => {
    writeFileSync(join(top, "secret.yaml"), "x");
    symlinkSync(join(top, target), join(root, link));
    expect(refusal(() => expandGlob(root, found.replace("secret", "*").replace("link.", "l*.")))).toEqual([
      `${found} is a symbolic link out of the folder of the spec`,
    ]);
  });

  test("follows a link that stays inside", () => {
    symlinkSync(join(root, "b"), join(root, "c"));
    expect(expandGlob(root, "c/*.yaml")).toEqual(["c/f.yaml"]);
  });

  test("links in circles and to nowhere do no harm", () => {
    symlinkSync(root, join(root, "b/self"));
    symlinkSync(join(root, "nowhere"), join(root, "b/gone.yaml"));
    expect(expandGlob(root, "b/*.yaml")).toEqual(["b/f.yaml"]);
    expect(expandGlob(root, "**/g.yaml")).toContain("a/g.yaml");
  });

  test("a refusal is placed at the pattern", () => {
    const location = { file: "groundplan.yaml", start: 3, end: 9 };
    expect(() => expandGlob(root, "../x", location)).toThrow(
      expect.objectContaining({ diagnostics: [expect.objectContaining({ location })] }),
    );
  });
});
