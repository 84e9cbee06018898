import { glob } from "tinyglobby";
import { commandOf, type GoProgram, outputOf, unavailable } from "./go-program";
import type { Finding, Judged, Report } from "./report";

/** The linters that it calls for what is inside steps may be missing. */
const options = ["-format", "{{json .}}", "-shellcheck=", "-pyflakes="];

const program: GoProgram = {
  name: "actionlint",
  package: "github.com/rhysd/actionlint/cmd/actionlint",
  version: "v1.7.12",
};

/** actionlint's JSON, as far as it is read here. */
export type ActionlintReport = readonly {
  readonly kind: string;
  readonly filepath: string;
  readonly line: number;
  readonly message: string;
}[];

/** Runs actionlint on every GitHub workflow of the project `root`, and on those that were rendered in `rendered`. */
export async function actionlint(root: string, rendered: string): Promise<Report> {
  const ignore = ["**/node_modules/**", "**/.cache/**", "**/dist/**"];
  const own = await glob("**/.github/workflows/*.{yml,yaml}", { cwd: root, dot: true, ignore });
  const files = [...own, ...(await glob("**/pipelines/github.yml", { cwd: rendered, absolute: true }))];
  const command = await commandOf(program);
  if (command === undefined) return { judge: program.name, skipped: unavailable };
  return judgedBy(JSON.parse(await outputOf(command, [...options, ...files], root)), files.length);
}

export function judgedBy(report: ActionlintReport, files: number): Judged {
  const findings = report.map(findingOf);
  const passed = files - new Set(findings.map(({ where }) => where)).size;
  return { judge: program.name, passed, unit: "files", findings };
}

const findingOf = ({ kind, filepath, line, message }: ActionlintReport[number]): Finding => ({
  check: kind,
  where: filepath,
  text: `line ${line}: ${message}`,
});
