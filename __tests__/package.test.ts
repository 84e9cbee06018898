import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { scratchFolder } from "./support/folder";

const root = path.join(__dirname, "..");
let folder: string;

/** npm as a user has it, without what the npm that runs these tests has told it. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("npm_")));
const npm = (cwd: string, ...argv: string[]) =>
  execFileSync("npm", argv, { cwd, env, encoding: "utf8", stdio: "pipe" });
const groundplan = (...argv: string[]) =>
  spawnSync("npx", ["--no-install", "groundplan", ...argv], { cwd: folder, env, encoding: "utf8" });

beforeAll(async () => {
  folder = await scratchFolder({ "package.json": { name: "user", version: "1.0.0", private: true } });
  npm(root, "pack", "--pack-destination", folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz")) as string;
  npm(folder, "install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", tarball);
}, 120_000);

const installed = (...names: string[]) => path.join(folder, "node_modules/groundplan", ...names);

test("nothing else is installed with the package", () => {
  expect(readdirSync(path.join(folder, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
    "groundplan",
  ]);
});

test("an empty folder becomes a project, and the project Terraform", () => {
  expect(groundplan("init", "--yes")).toMatchObject({ status: 0 });
  expect(groundplan("synth")).toMatchObject({ status: 0 });
  expect(readdirSync(path.join(folder, "infrastructure/environments"))).toEqual(["dev", "prod", "staging"]);
  expect(readdirSync(path.join(folder, "infrastructure/modules"))).toEqual(["dynamodb", "lambda"]);
  expect(groundplan("synth", "--check")).toMatchObject({ status: 0 });
}, 60_000);

test("the schema that a new spec names is in the package", () => {
  const spec = readFileSync(path.join(folder, "groundplan.yaml"), "utf8");
  const named = /\$schema=(\S+)/.exec(spec)?.[1] as string;
  expect(JSON.parse(readFileSync(path.join(folder, named), "utf8"))).toMatchObject({ title: "Groundplan spec" });
});

test("the package holds what is built and nothing of how it is made", () => {
  const all = readdirSync(installed()).filter((name) => name !== "README.md");
  expect(all.sort()).toEqual(["LICENSE", "dist", "package.json"]);
  expect(readFileSync(installed("dist/THIRD-PARTY-NOTICES.txt"), "utf8")).toContain("\nyaml ");
  expect(readdirSync(installed("dist"))).not.toContain(".stamp");
});

test("help loads nothing of the engine", () => {
  const bin = installed("dist/bin/groundplan.js");
  const script = `process.argv = ["node", "groundplan", "--help"]; require(${JSON.stringify(bin)});
    process.on("exit", () => console.error(JSON.stringify(Object.keys(require.cache))));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
  expect(stdout).toContain("Usage: groundplan");
  expect(JSON.parse(stderr)).not.toContain(installed("dist/index.js"));
});

test("the library is there for programs, with its types", () => {
  const script = `const { loadProject, Sources, toolbox } = require("groundplan");
    console.log(loadProject({ file: "groundplan.yaml", sources: new Sources(), ...toolbox }).components.size);`;
  expect(spawnSync(process.execPath, ["-e", script], { cwd: folder, encoding: "utf8" })).toMatchObject({
    stdout: "2\n",
  });
  const { exports } = JSON.parse(readFileSync(installed("package.json"), "utf8"));
  const files = [...JSON.stringify(exports).matchAll(/"\.\/(dist\/[^"]+)"/g)].map(([, file]) => file as string);
  expect(files.filter((file) => !existsSync(installed(file)))).toEqual([]);
});
