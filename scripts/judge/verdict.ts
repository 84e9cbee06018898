import { type Exception, excepts } from "./exceptions";
import type { Finding, Judged, Report } from "./report";

/** What is printed, and how many failures that tells of. */
export interface Verdict {
  readonly text: string;
  readonly failures: number;
}

/**
 * Holds what the judges said against the exceptions.
 * An exception that matches nothing its judge found is a failure as well, unless the judge could not be asked.
 * @param document the file with the exceptions, as messages name it
 */
export function verdictOf(reports: readonly Report[], exceptions: readonly Exception[], document: string): Verdict {
  const lines = reports.map((report) => ("skipped" in report ? [skipped(report)] : linesOf(report, exceptions)));
  const stale = exceptions.filter((exception) => reports.every((report) => isStale(exception, report)));
  const failures = reports.flatMap((report) => ("skipped" in report ? [] : failuresOf(report, exceptions)));
  return {
    text: [...lines.flat(), ...stale.map((exception) => `${document}:${exception.line}: ${unneeded(exception)}`)]
      .map((line) => `${line}\n`)
      .join(""),
    failures: failures.length + stale.length,
  };
}

const skipped = ({ judge, skipped }: { judge: string; skipped: string }) => `${judge}: skipped: ${skipped}`;

function linesOf(report: Judged, exceptions: readonly Exception[]): string[] {
  const failed = failuresOf(report, exceptions);
  const excepted = report.findings.length - failed.length;
  const counts = `${report.passed} ${report.unit} passed, ${excepted} excepted, ${failed.length} failed`;
  return [`${report.judge}: ${counts}`, ...failed.map(({ check, where, text }) => `  ${check} ${where}\n    ${text}`)];
}

const failuresOf = ({ judge, findings }: Judged, exceptions: readonly Exception[]): Finding[] =>
  findings.filter((finding) => !exceptions.some((exception) => excepts(exception, judge, finding)));

const isStale = (exception: Exception, report: Report): boolean =>
  "skipped" in report
    ? report.judge !== exception.judge
    : !report.findings.some((finding) => excepts(exception, report.judge, finding));

const unneeded = ({ judge, check, where }: Exception) =>
  `${judge} does not find ${check} in ${where}: remove the exception`;
