import path from "node:path";
import { version } from "../../package.json";
import { project, shop } from "./projects";
import { run } from "./run";

const misspelt = shop.replace("hash_key: id", "hash_kye: id");

test("--version and --help are data", async () => {
  expect(await run("/", ["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  const help = await run("/", ["--help"]);
  expect(help).toMatchObject({ code: 0, stderr: "" });
  for (const command of ["init", "validate", "synth", "list", "explain", "schema"])
    expect(help.stdout).toContain(command);
});

test.each([
  [["lits"], /unknown command 'lits'\n\(Did you mean list\?\)/],
  [["list", "--jsno"], /unknown option '--jsno'\n\(Did you mean --json\?\)/],
  [["explain"], /missing required argument 'address'/],
  [["synth", "--check", "--dry-run"], /cannot be used with/],
])("%j is an error of use", async (argv, message) => {
  const { code, stdout, stderr } = await run("/", argv);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(message);
});

test("an invalid spec is 3, with the place, the line and the fix on stderr", async () => {
  const { code, stdout, stderr } = await run(await project(misspelt), ["validate"]);
  expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
  expect(stderr).toMatch(/^groundplan\.yaml:13:7 error: .*hash_kye/m);
  expect(stderr).toContain("13 |       hash_kye: id");
  expect(stderr).toContain("did you mean hash_key?");
  expect(stderr).not.toMatch(/\n\s+at /);
});

test("places start where the user is", async () => {
  const folder = await project(misspelt);
  const spec = path.join(path.basename(folder), "groundplan.yaml");
  const { stderr } = await run(path.dirname(folder), ["list", "--spec", spec]);
  expect(stderr).toContain(`${spec}:13:7 error:`);
});

test("with --json, errors are data on stdout", async () => {
  const { code, stdout, stderr } = await run(await project(misspelt), ["list", "--json"]);
  expect({ code, stderr }).toEqual({ code: 3, stderr: "" });
  expect(JSON.parse(stdout).diagnostics).toContainEqual(
    expect.objectContaining({ file: "groundplan.yaml", line: 13, column: 7 }),
  );
});

test("a spec that is not there is 1", async () => {
  const { code, stderr } = await run(await project(), ["validate", "--spec", "other.yaml"]);
  expect(code).toBe(1);
  expect(stderr).toContain("other.yaml does not exist");
});

test.each([
  [{ isTTY: true }, true],
  [{ isTTY: false }, false],
  [{ isTTY: true, env: { NO_COLOR: "1" } }, false],
  [{ isTTY: true, env: { NO_COLOR: "" } }, true],
  [{ isTTY: true, env: { TERM: "dumb" } }, false],
  [{ isTTY: false, env: { FORCE_COLOR: "1" } }, true],
  [{ isTTY: true, env: { FORCE_COLOR: "0" } }, false],
  [{ isTTY: true, env: { FORCE_COLOR: "1", NO_COLOR: "1" } }, false],
])("with %j, colour is %s", async (around, isColored) => {
  const { stderr } = await run(await project(misspelt), ["validate"], around);
  expect(stderr.includes("\u001b[")).toBe(isColored);
});

test("an error of the machine is one line, its stack only for debugging", async () => {
  const folder = await project();
  const argv = ["init", "groundplan.yaml/below", "--yes"];
  const { code, stderr } = await run(folder, argv);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error: ENOTDIR.*\n$/);
  expect((await run(folder, argv, { env: { GROUNDPLAN_DEBUG: "1" } })).stderr).toMatch(/\n\s+at /);
});
