import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const command = resolve(__dirname, "..", "dist", "bin", "groundplan.js");
const sizes = [1, 100, 1000];
const runs = 5;

/** A spec of services that each have a table, and a function that uses it and differs in prod. */
const specOf = (services: number): string =>
  [
    "version: 1",
    "name: bench",
    "region: us-east-1",
    "state: { backend: s3, bucket: bench-terraform-state }",
    "environments: { dev: {}, staging: {}, prod: {} }",
    "defaults: { lambda: { runtime: nodejs22.x, handler: index.handler } }",
    "services:",
    ...Array.from({ length: services }, (_, i) => serviceOf(`service${i + 1}`)),
  ].join("\n");

const serviceOf = (name: string): string => `  ${name}:
    table:
      module: dynamodb
      hash_key: id
      attributes: { id: S, owner: S }
      global_secondary_indexes: { by-owner: { hash_key: owner } }
      environments:
        prod: { billing_mode: PROVISIONED, read_capacity: { min: 5, max: 50 }, write_capacity: { min: 5, max: 50 } }
    function:
      module: lambda
      code: { s3: { bucket: releases, key: ${name}.zip } }
      environment_variables: { LOG_LEVEL: info }
      uses: { ${name}.table: read_write }
      environments: { prod: { memory_size: 512 } }`;

/** Whole-process wall time in seconds, with a fresh output folder each time: the median of several runs after a first. */
function timed(folder: string, args: readonly string[]): number {
  const times = Array.from({ length: runs + 1 }, () => {
    rmSync(join(folder, "out"), { recursive: true, force: true });
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return Number(process.hrtime.bigint() - start) / 1e9;
  });
  return times.slice(1).sort((a, b) => a - b)[runs >> 1] as number;
}

/** Writes what was rendered from one file of JSON: the least that any generator must do. */
const floor = `const fs = require("fs"), path = require("path");
for (const [file, text] of Object.entries(JSON.parse(fs.readFileSync("files.json", "utf8")))) {
  fs.mkdirSync(path.dirname(path.join("out", file)), { recursive: true });
  fs.writeFileSync(path.join("out", file), text);
}`;

function measure(services: number): { seconds: number; raw: number; files: number; bytes: number } {
  const folder = mkdtempSync(join(tmpdir(), "groundplan-bench-"));
  try {
    writeFileSync(join(folder, "groundplan.yaml"), specOf(services));
    const seconds = timed(folder, [command, "synth", "--out", "out"]);
    const files = readTree(join(folder, "out"));
    writeFileSync(join(folder, "files.json"), JSON.stringify(files));
    writeFileSync(join(folder, "floor.cjs"), floor);
    const bytes = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    return { seconds, raw: timed(folder, ["floor.cjs"]), files: Object.keys(files).length, bytes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const readTree = (root: string): Record<string, string> =>
  Object.fromEntries(
    (readdirSync(root, { recursive: true }) as string[])
      .filter((file) => statSync(join(root, file)).isFile())
      .map((file) => [file, readFileSync(join(root, file), "utf8")]),
  );

function main(): void {
  process.stdout.write("services  files     MB   synth s  raw s  ratio  ms per service more\n");
  let last: { services: number; seconds: number } | undefined;
  for (const services of sizes) {
    const { seconds, raw, files, bytes } = measure(services);
    const slope = last ? ((seconds - last.seconds) * 1000) / (services - last.services) : undefined;
    const row = [
      services,
      files,
      (bytes / 1e6).toFixed(2),
      seconds.toFixed(2),
      raw.toFixed(2),
      (seconds / raw).toFixed(1),
      slope?.toFixed(2) ?? "",
    ];
    process.stdout.write(
      `${row.map((cell, i) => String(cell).padStart([8, 5, 6, 9, 6, 6, 12][i] as number)).join(" ")}\n`,
    );
    last = { services, seconds };
  }
}

main();
