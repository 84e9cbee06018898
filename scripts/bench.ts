import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const command = resolve(__dirname, "..", "dist", "bin", "groundplan.js");
const sizes = [1, 100, 1000];
const runs = 5;

const head = `version: 1
name: bench
region: us-east-1
state: { backend: s3, bucket: bench-terraform-state }
environments: { dev: {}, staging: {}, prod: {} }
defaults: { lambda: { runtime: nodejs22.x, handler: index.handler } }
`;

const several = (count: number, write: (name: string) => string) =>
  Array.from({ length: count }, (_, i) => write(`service${i + 1}`)).join("\n");

/** A spec of services that each have a table, and a function that uses it and differs in prod. */
const specOf = (services: number): string => `${head}services:\n${several(services, serviceOf)}`;

/** A pattern of three components, and its uses. */
const patterned = (uses: number): string => `${head}patterns:
  worker:
    parameters: { memory: { type: integer, default: 256 } }
    components:
      store: { module: dynamodb, hash_key: id, attributes: { id: S } }
      log: { module: dynamodb, hash_key: id, attributes: { id: S } }
      function:
        module: lambda
        code: { s3: { bucket: releases, key: code.zip } }
        memory_size: \${parameter.memory}
        environment_variables: { LOG: "\${self.log.dynamodb_table_name}" }
        uses: { self.store: read_write }
services:
${several(uses, (name) => `  ${name}: { it: { pattern: worker, environments: { prod: { memory: 512 } } } }`)}`;

/** The same, written out. */
const writtenOut = (uses: number) =>
  `${head}services:\n${several(
    uses,
    (name) => `  ${name}:
    it-store: { module: dynamodb, hash_key: id, attributes: { id: S } }
    it-log: { module: dynamodb, hash_key: id, attributes: { id: S } }
    it-function:
      module: lambda
      code: { s3: { bucket: releases, key: code.zip } }
      memory_size: 256
      environment_variables: { LOG: "\${${name}.it-log.dynamodb_table_name}" }
      uses: { ${name}.it-store: read_write }
      environments: { prod: { memory_size: 512 } }`,
  )}`;

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

function measure(spec: string): { seconds: number; raw: number; files: number; bytes: number } {
  const folder = mkdtempSync(join(tmpdir(), "groundplan-bench-"));
  try {
    writeFileSync(join(folder, "groundplan.yaml"), spec);
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

type Case = readonly [name: string, services: number, spec: (services: number) => string];

const cases: readonly Case[] = [
  ...sizes.map((services): Case => ["services", services, specOf]),
  ["instances of a pattern", 1000, patterned],
  ["the same written out", 1000, writtenOut],
];

function main(): void {
  process.stdout.write("                               files     MB   synth s  raw s  ratio  ms per one more\n");
  let last: { services: number; seconds: number } | undefined;
  for (const [name, services, spec] of cases) {
    const { seconds, raw, files, bytes } = measure(spec(services));
    const slope = last && services > last.services ? (seconds - last.seconds) / (services - last.services) : undefined;
    const row = [
      files,
      (bytes / 1e6).toFixed(2),
      seconds.toFixed(2),
      raw.toFixed(2),
      (seconds / raw).toFixed(1),
      slope === undefined ? "" : (slope * 1000).toFixed(2),
    ];
    const cells = row.map((cell, i) => String(cell).padStart([5, 6, 9, 6, 6, 12][i] as number));
    process.stdout.write(`${`${services} ${name}`.padEnd(30)} ${cells.join(" ")}\n`);
    last = { services, seconds };
  }
}

main();
