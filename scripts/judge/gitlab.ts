import { glob } from "tinyglobby";
import { outputOf } from "./go-program";
import { installed, type PythonProgram } from "./python-program";
import type { Judged } from "./report";

/** It brings GitLab's own schema of pipelines. */
const program: PythonProgram = { name: "check-jsonschema", version: "0.39.0" };

/** The JSON of check-jsonschema, as far as it is read here. */
export interface SchemaReport {
  readonly errors?: readonly { readonly filename: string; readonly path: string; readonly message: string }[];
  readonly parse_errors?: readonly { readonly filename: string; readonly message: string }[];
}

/** Holds every pipeline of GitLab that was rendered in a folder against GitLab's schema. */
export async function gitlab(folder: string): Promise<Judged> {
  const files = await glob("**/pipelines/gitlab.yml", { cwd: folder });
  const [python, script] = await installed(program);
  const options = ["--builtin-schema", "vendor.gitlab-ci", "--output-format", "json"];
  return judgedBy(JSON.parse(await outputOf(python, [script, ...options, ...files], folder)), files.length);
}

export function judgedBy({ errors = [], parse_errors = [] }: SchemaReport, files: number): Judged {
  const findings = [
    ...errors.map(({ filename, path, message }) => ({ check: "schema", where: filename, text: `${path}: ${message}` })),
    ...parse_errors.map(({ filename, message }) => ({ check: "syntax", where: filename, text: message })),
  ];
  const passed = files - new Set(findings.map(({ where }) => where)).size;
  return { judge: "gitlab", passed, unit: "files", findings };
}
