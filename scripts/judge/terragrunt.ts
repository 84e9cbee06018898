import { execFile } from "node:child_process";
import { chmod, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { createBucket, newAccount } from "../../__tests__/support/account";
import { Terraform } from "../../__tests__/support/terraform";
import { commandOf, type GoProgram, unavailable } from "./go-program";
import { renderServices } from "./pipelines";
import type { Finding, Judged, Report } from "./report";

const program: GoProgram = {
  name: "terragrunt",
  package: "github.com/gruntwork-io/terragrunt",
  version: "v0.72.5",
  isModule: true,
};

/** A run of Terraform in a root: when it began and ended, in milliseconds. */
export interface Span {
  readonly command: string;
  readonly root: string;
  readonly begin: number;
  readonly end: number;
}

/** Stands for `terraform`, and notes when it ran where. */
const shim = `#!/usr/bin/env node
const { spawnSync } = require("node:child_process");
const begin = Date.now();
const { status } = spawnSync("terraform", process.argv.slice(2), { stdio: "inherit" });
const span = { command: process.argv[2], root: process.cwd(), begin, end: Date.now() };
require("node:fs").appendFileSync(process.env.SPANS, JSON.stringify(span) + "\\n");
process.exit(status ?? 1);
`;

const roots = ["audit", "mail", "orders", "users"];
const chain = [
  ["users", "orders"],
  ["orders", "mail"],
] as const;

/** Runs a project of services with Terragrunt on the emulator: plans, applies, plans again, destroys. */
export async function terragrunt(folder: string): Promise<Report> {
  const command = await commandOf(program);
  if (command === undefined) return { judge: program.name, skipped: unavailable };
  const run = await Run.create(command, folder);
  const findings = [
    ...(await run.all("plan", 0, { TF_VAR_placeholders: "true" })),
    ...(await run.all("apply", 0)),
    ...orderIn(await run.spans(), "apply", chain),
    ...abreast(await run.spans()),
    ...(await run.all("plan -detailed-exitcode", 0)),
    ...(await run.all("destroy", 0)),
    ...orderIn(await run.spans(), "destroy", reversed(chain)),
    ...(await run.left()),
  ];
  const checks = 4 + 2 * chain.length + 1 + roots.length;
  return { judge: program.name, passed: checks - findings.length, unit: "checks", findings } satisfies Judged;
}

type Pairs = readonly (readonly [string, string])[];
const reversed = (pairs: Pairs): Pairs => pairs.map(([first, then]) => [then, first]);

/** Where a command began in a root before it had ended in one that comes first. */
export function orderIn(spans: readonly Span[], command: string, pairs: Pairs): Finding[] {
  const of = (root: string) => spans.find((span) => span.root === root && span.command === command);
  return pairs
    .filter(([first, then]) => (of(then)?.begin ?? 0) < (of(first)?.end ?? Number.POSITIVE_INFINITY))
    .map(([first, then]) => ({ check: "order", where: then, text: `${command} did not wait for ${first}` }));
}

/** What needs nothing is applied while others are. */
export function abreast(spans: readonly Span[]): Finding[] {
  const [audit, users] = ["audit", "users"].map((root) =>
    spans.find((span) => span.root === root && span.command === "apply"),
  );
  const isAbreast = audit && users && audit.begin < users.end && users.begin < audit.end;
  return isAbreast ? [] : [{ check: "parallel", where: "audit", text: "it was not applied while users was" }];
}

/** A project on the emulator, and Terragrunt in its environment dev. */
class Run {
  static async create(command: string, folder: string): Promise<Run> {
    const account = newAccount();
    const bucket = `terragrunt-${account.id}`;
    await createBucket(account, bucket);
    const out = await renderServices(folder, bucket, "states: service\npipelines: [terragrunt]\n");
    const terraform = join(folder, "terraform.cjs");
    await writeFile(terraform, shim);
    await chmod(terraform, 0o755);
    const env = {
      ...account.env,
      TF_IN_AUTOMATION: "1",
      TERRAGRUNT_TFPATH: terraform,
      TERRAGRUNT_NON_INTERACTIVE: "true",
      SPANS: join(folder, "spans.jsonl"),
    };
    return new Run(command, join(out, "environments", "dev"), env);
  }

  private constructor(
    private readonly command: string,
    private readonly folder: string,
    private readonly env: Readonly<Record<string, string>> & { readonly SPANS: string },
  ) {}

  /** Runs a command in all roots; a finding where it does not end with `code`. */
  async all(words: string, code: number, more: Readonly<Record<string, string>> = {}): Promise<Finding[]> {
    await rm(this.env.SPANS, { force: true });
    const env = { ...process.env, ...this.env, ...more };
    const ended = await new Promise<{ code: unknown; text: string }>((resolve) => {
      execFile(
        this.command,
        ["run-all", ...words.split(" ")],
        { cwd: this.folder, env, maxBuffer: 2 ** 28 },
        (error, stdout, stderr) => resolve({ code: error?.code ?? 0, text: `${stdout}${stderr}` }),
      );
    });
    const text = `ended with ${ended.code}\n${ended.text.slice(-4000)}`;
    return ended.code === code ? [] : [{ check: "run", where: words, text }];
  }

  /** Where Terraform ran since the command began. */
  async spans(): Promise<Span[]> {
    const text = await readFile(this.env.SPANS, "utf8").catch(() => "");
    return text.split("\n").flatMap((line) => {
      if (line === "") return [];
      const span = JSON.parse(line) as Span;
      return [{ ...span, root: relative(this.folder, span.root) }];
    });
  }

  /** What is left in the states. */
  async left(): Promise<Finding[]> {
    const lists = await Promise.all(
      roots.map(async (root) => [root, await new Terraform(join(this.folder, root), this.env).stateList()] as const),
    );
    return lists
      .filter(([, list]) => list.length > 0)
      .map(([root, list]) => ({ check: "state", where: root, text: `there is still ${list.join(", ")}` }));
  }
}
