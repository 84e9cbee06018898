import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { replaceAll } from "../../bin/move/replace";
import { scratchFolder } from "../support/folder";
import { project, shop } from "./projects";
import { run } from "./run";

const specIn = (folder: string) => readFileSync(path.join(folder, "groundplan.yaml"), "utf8");

test("move writes the spec, and prints what it changed and what to do next", async () => {
  const folder = await project();
  const { code, stdout, stderr } = await run(folder, ["move", "orders.table", "orders.lines"]);
  expect(stdout).toBe(`groundplan.yaml:11  lines:
groundplan.yaml:13  name: "\${name}-\${environment}-orders-table"
groundplan.yaml:21  orders.lines: { access: read, env: { ORDERS_TABLE_NAME: dynamodb_table_name, ORDERS_TABLE_ARN: dynamodb_table_arn } }
groundplan.yaml:26  moved: (and 1 more lines)
`);
  expect(stderr).toContain("Next: groundplan synth, then groundplan plan");
  expect(code).toBe(0);
  expect(specIn(folder)).toContain("moved:\n  - { from: orders.table, to: orders.lines }\n");
  expect(readdirSync(folder).sort()).toEqual(["code", "groundplan.yaml"]);
});

test("a dry run shows the same as a diff and writes nothing", async () => {
  const folder = await project();
  const { code, stdout, stderr } = await run(folder, ["move", "orders.table", "orders.lines", "--dry-run"]);
  expect(stdout).toContain("--- groundplan.yaml\n+++ groundplan.yaml\n");
  expect(stdout).toContain("-    table:\n+    lines:\n");
  expect(stderr).toContain("Nothing was written.");
  expect(code).toBe(0);
  expect(specIn(folder)).toBe(shop);
});

test("what cannot be moved is told with exit code 3, and nothing is written", async () => {
  const folder = await project();
  const { code, stderr } = await run(folder, ["move", "orders.tabel", "orders.lines"]);
  expect(stderr).toContain("there is no component orders.tabel");
  expect(stderr).toContain("did you mean orders.table?");
  expect(code).toBe(3);
  expect(specIn(folder)).toBe(shop);
});

test("a byte order mark stays", async () => {
  const folder = await project(`\uFEFF${shop}`);
  await run(folder, ["move", "orders.table", "orders.lines"]);
  expect(specIn(folder).startsWith("\uFEFFversion: 1\n")).toBe(true);
});

test("files are replaced together or not at all", async () => {
  const folder = await scratchFolder({ a: "a", "inner/b": "b" });
  const [a, b] = [path.join(folder, "a"), path.join(folder, "inner/gone/b")];
  await expect(
    replaceAll(
      new Map([
        [a, "A"],
        [b, "B"],
      ]),
    ),
  ).rejects.toThrow(/cannot write ".*b.*" \(ENOENT\)/);
  expect(readFileSync(a, "utf8")).toBe("a");
  expect(readdirSync(folder).sort()).toEqual(["a", "inner"]);
});

test("a file keeps its mode", async () => {
  const folder = await scratchFolder();
  const file = path.join(folder, "a");
  writeFileSync(file, "a");
  chmodSync(file, 0o640);
  await replaceAll(new Map([[file, "A"]]));
  expect(statSync(file).mode & 0o777).toBe(0o640);
});

test("what changes with the address is told", async () => {
  const watched = `${shop}    alarms: { module: monitoring, watch: [orders.table] }\n`;
  const { stderr } = await run(await project(watched), ["move", "orders.table", "orders.lines"]);
  expect(stderr).toContain("orders.alarms: alarms, dashboard will change with the address.\n");
});
