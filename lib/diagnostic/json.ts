import { type Diagnostic, type Location, type Related, type severities, severityOf } from "./diagnostic";
import { inOrder } from "./order";
import type { Sources } from "./sources";

/** A place in a file for programs; lines and columns count from 1, the end is exclusive. */
interface JsonPlace {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** A diagnostic for programs. */
export interface JsonDiagnostic extends JsonPlace {
  readonly severity: (typeof severities)[number];
  readonly message: string;
  readonly help?: string;
  /** Other places that have to do with it, such as those that use a pattern. */
  readonly related?: readonly (JsonPlace & { readonly message: string })[];
}

/** The diagnostics in the order in which `format` prints them. */
export function toJson(diagnostics: readonly Diagnostic[], sources: Sources): JsonDiagnostic[] {
  return inOrder(diagnostics).map((diagnostic) => {
    const { message, location, help, related } = diagnostic;
    return {
      severity: severityOf(diagnostic),
      ...(location && place(location, sources)),
      message,
      ...(help !== undefined && { help }),
      ...(related && { related: related.map((one) => withPlace(one, sources)) }),
    };
  });
}

const withPlace = ({ message, location }: Related, sources: Sources) => ({ ...place(location, sources), message });

function place({ file, start, end }: Location, sources: Sources): JsonPlace {
  const from = sources.position(file, start);
  const to = sources.position(file, end);
  return from && to ? { file, ...from, endLine: to.line, endColumn: to.column } : { file };
}
