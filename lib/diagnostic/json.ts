import type { Diagnostic } from "./diagnostic";
import { inOrder } from "./order";
import type { Sources } from "./sources";

/** A diagnostic for programs; lines and columns count from 1, the end is exclusive. */
export interface JsonDiagnostic {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly message: string;
  readonly help?: string;
}

/** The diagnostics in the order in which `format` prints them. */
export function toJson(diagnostics: readonly Diagnostic[], sources: Sources): JsonDiagnostic[] {
  return inOrder(diagnostics).map(({ message, location, help }) => ({
    ...(location && place(location.file, location.start, location.end, sources)),
    message,
    ...(help !== undefined && { help }),
  }));
}

function place(file: string, start: number, end: number, sources: Sources) {
  const from = sources.position(file, start);
  const to = sources.position(file, end);
  return from && to ? { file, ...from, endLine: to.line, endColumn: to.column } : { file };
}
