import { readFile } from "node:fs/promises";
import path from "node:path";
import { project, shop } from "./projects";
import { run } from "./run";

test("a picture is Mermaid on the standard output", async () => {
  const { code, stdout, stderr } = await run(await project(), ["graph"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^flowchart LR\n {2}subgraph s1\["orders"\]\n/);
  expect(stdout).toContain('\n  orders_table -->|"read"| orders_function\n');
});

test.each([
  ["dot", /^digraph "shop" \{\n/],
  ["svg", /^<\?xml [\s\S]*<\/svg>\n$/],
])("--format %s", async (format, expected) => {
  expect(await run(await project(), ["graph", "--format", format])).toEqual({
    code: 0,
    stdout: expect.stringMatching(expected),
    stderr: "",
  });
});

test("--environment draws what one environment has", async () => {
  const spec = shop.replace("module: lambda\n", "module: lambda\n      only: [prod]\n");
  const draw = async (name: string) => (await run(await project(spec), ["graph", "--environment", name])).stdout;
  expect(await draw("prod")).toContain("orders_function");
  expect(await draw("dev")).not.toContain("orders_function");
});

test("--out-file writes a file and prints nothing", async () => {
  const folder = await project();
  const { code, stdout } = await run(folder, ["graph", "--format", "dot", "--out-file", "shop.dot"]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  expect(await readFile(path.join(folder, "shop.dot"), "utf8")).toMatch(/^digraph/);
});

test.each([
  ["an environment that is not there", ["--environment", "prd"], "did you mean prod?"],
  ["a file that cannot be written", ["--out-file", "no/where.svg"], 'cannot write "no/where.svg"'],
  ["a format that is none", ["--format", "png"], "Allowed choices are mermaid, dot, svg."],
])("%s is an error", async (_, flags, expected) => {
  const { code, stdout, stderr } = await run(await project(), ["graph", ...flags]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(expected);
});
