import { execFile } from "node:child_process";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { installed, type PythonProgram } from "./python-program";
import type { Finding, Judged } from "./report";

const run = promisify(execFile);

const program: PythonProgram = { name: "checkov", version: "3.3.30" };

/** Checkov's JSON, as far as it is read here. */
export interface CheckovReport {
  readonly results: { readonly passed_checks: readonly Check[]; readonly failed_checks: readonly Check[] };
  readonly summary: { readonly parsing_errors: number };
}

interface Check {
  readonly check_id: string;
  readonly check_name: string;
  readonly resource: string;
  readonly guideline?: string | null;
}

/**
 * Runs Checkov, a Python program, on plans of one system. It is installed on first use.
 * @param plans paths of what `terraform show -json` printed
 * @throws Error when it cannot be installed, or could not read a plan.
 */
export async function checkov(plans: readonly string[]): Promise<Judged> {
  const command = await installed(program);
  return judgedBy(await Promise.all(plans.map((plan) => check(command, plan))));
}

/**
 * What Checkov says of a system over several plans of it: a check of a resource passes if it passes in one and fails in none.
 * @throws Error when a plan could not be read, or nothing in it was checked.
 */
export function judgedBy(reports: readonly CheckovReport[]): Judged {
  if (reports.some(isEmpty)) throw new Error("Checkov could not read a plan, or checked nothing in it");
  const failed = new Map(reports.flatMap(({ results }) => results.failed_checks).map(keyed));
  const passed = new Map(reports.flatMap(({ results }) => results.passed_checks).map(keyed));
  return {
    judge: "checkov",
    passed: [...passed.keys()].filter((key) => !failed.has(key)).length,
    unit: "checks",
    findings: [...failed.values()].map(findingOf),
  };
}

/** Where it has checked nothing, Checkov leaves the results out. */
const isEmpty = ({ results, summary }: Partial<CheckovReport>): boolean =>
  results === undefined ||
  results.passed_checks.length + results.failed_checks.length === 0 ||
  !!summary?.parsing_errors;

const keyed = (check: Check): [string, Check] => [`${check.check_id} ${check.resource}`, check];

const findingOf = ({ check_id, check_name, resource, guideline }: Check): Finding => ({
  check: check_id,
  where: resource,
  text: guideline ? `${check_name}: ${guideline}` : check_name,
});

async function check([python, script]: readonly [string, string], plan: string): Promise<CheckovReport> {
  const { stdout } = await run(
    python,
    [
      script,
      ...["--framework", "terraform_plan", "--file", plan, "--output", "json"],
      ...["--compact", "--skip-download", "--soft-fail"],
    ],
    { cwd: dirname(plan), env: bare(dirname(plan)), maxBuffer: 2 ** 28 },
  );
  return JSON.parse(stdout);
}

/** Without the settings that a user's home or environment may hold. */
const bare = (home: string) => ({ PATH: process.env.PATH, HOME: home, LOG_LEVEL: "ERROR", PYTHONUTF8: "1" });
