import { readdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { commandOf, type GoProgram, outputOf, unavailable } from "./go-program";
import type { Finding, Judged, Report } from "./report";

const program: GoProgram = { name: "tflint", package: "github.com/terraform-linters/tflint", version: "v0.64.0" };

/** All rules that come with TFLint; those for AWS are a plugin that would have to be downloaded. */
const config = `plugin "terraform" {
  enabled = true
  preset  = "all"
}
`;

/** TFLint's JSON, as far as it is read here. */
export interface TflintReport {
  readonly issues: readonly {
    readonly rule: { readonly name: string };
    readonly message: string;
    readonly range: { readonly filename: string; readonly start: { readonly line: number } };
  }[];
  readonly errors: readonly { readonly message: string }[];
}

/** Runs TFLint in every folder of `infrastructure`. @throws Error when it cannot read one. */
export async function tflint(infrastructure: string): Promise<Report> {
  const command = await commandOf(program);
  if (command === undefined) return { judge: program.name, skipped: unavailable };
  const files = (await readdir(infrastructure, { recursive: true })).filter((file) => file.endsWith(".tf.json"));
  return judgedBy(JSON.parse(await lint(command, infrastructure)), files.length);
}

/** @throws Error with what TFLint could not do. */
export function judgedBy({ issues, errors }: TflintReport, files: number): Judged {
  if (errors.length > 0) throw new Error(`TFLint: ${errors.map(({ message }) => message).join("\n")}`);
  const findings = issues.map(findingOf);
  const passed = files - new Set(findings.map(({ where }) => where)).size;
  return { judge: program.name, passed, unit: "files", findings };
}

const findingOf = ({ rule, message, range }: TflintReport["issues"][number]): Finding => ({
  check: rule.name,
  where: range.filename,
  text: `line ${range.start.line}: ${message}`,
});

async function lint(command: string, infrastructure: string): Promise<string> {
  const cwd = dirname(infrastructure);
  const file = join(cwd, "tflint.hcl");
  await writeFile(file, config);
  const args = ["--recursive", "--format=json", `--config=${file}`, `--chdir=${basename(infrastructure)}`];
  return outputOf(command, args, cwd);
}
