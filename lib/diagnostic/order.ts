import type { Diagnostic } from "./diagnostic";
import { alike, merged } from "./related";

/** Diagnostics by file and place, those without a place last; those that repeat place and message are one. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const identity = alike(diagnostic);
    const group = groups.get(identity);
    if (group) group.push(diagnostic);
    else groups.set(identity, [diagnostic]);
  }
  return [...groups.values()].map(merged).sort(byPlace);
}

function byPlace({ location: a }: Diagnostic, { location: b }: Diagnostic): number {
  if (!a || !b) return Number(!a) - Number(!b);
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}
