import { type Diagnostic, format, type JsonDiagnostic, Sources, toJson, UserError } from "../index";
import type { ExitCode, Session } from "./session";

/**
 * Reports a user's mistake with its places and no stack trace.
 * @throws any other error again
 */
export function reportFailure(error: unknown, session: Session): ExitCode {
  if (!(error instanceof UserError)) throw error;
  printDiagnostics(error.diagnostics, session);
  return error.diagnostics.some(({ location }) => location !== undefined) ? 3 : 1;
}

/** Prints what is wrong, for people or as JSON. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], session: Session): void {
  if (session.json) session.printJson({ diagnostics: jsonOf(diagnostics, session) });
  else session.io.stderr.write(format(...here(diagnostics, session), { color: session.color.stderr }));
}

export const jsonOf = (diagnostics: readonly Diagnostic[], session: Session): readonly JsonDiagnostic[] =>
  toJson(...here(diagnostics, session));

const here = (diagnostics: readonly Diagnostic[], session: Session): [Diagnostic[], Sources] => [
  diagnostics.map((diagnostic) => fromHere(diagnostic, session)),
  sourcesOf(diagnostics, session),
];

/** Paths of the spec start at its folder; what is printed starts where the user is. */
function fromHere({ location, ...rest }: Diagnostic, session: Session): Diagnostic {
  return location ? { ...rest, location: { ...location, file: session.fromHere(location.file) } } : rest;
}

function sourcesOf(diagnostics: readonly Diagnostic[], session: Session): Sources {
  const found = new Sources();
  for (const { location } of diagnostics) {
    const text = location && session.sources.text(location.file);
    if (text !== undefined) found.add(session.fromHere(location?.file ?? ""), text);
  }
  return found;
}
