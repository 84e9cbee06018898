import type { Diagnostic } from "./diagnostic";

/** Diagnostics by file and place, those without a place last; one that repeats place and message is dropped. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const distinct = new Map(diagnostics.map((diagnostic) => [identity(diagnostic), diagnostic]));
  return [...distinct.values()].sort(byPlace);
}

function identity({ message, location }: Diagnostic): string {
  return JSON.stringify([location?.file, location?.start, message]);
}

function byPlace({ location: a }: Diagnostic, { location: b }: Diagnostic): number {
  if (!a || !b) return Number(!a) - Number(!b);
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}
