/** Where something stands in a file: offsets are UTF-16 code units from the start of its text. */
export interface Location {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** How what stands there came to where it counts, if it is written for more than one place. */
  readonly via?: Via;
}

/** A step from where something counts to where it is written: the use of a pattern, say. */
export interface Via {
  /** What happens at the location, as it stands before a place: "used by orders.invoices". */
  readonly message: string;
  /** What came of it, by a name that messages about it hold: `orders.invoices`. */
  readonly name?: string;
  readonly location: Location;
}

/** A place that has to do with what is wrong elsewhere. */
export interface Related {
  /** As it stands before a place: "used by orders.invoices". */
  readonly message: string;
  readonly location: Location;
}

/** One thing that is wrong with what the user gave us. */
export interface Diagnostic {
  /** A warning stops nothing; an error if absent. */
  readonly severity?: "warning";
  /** What is wrong, in the user's words; one sentence that names the value. */
  readonly message: string;
  /** Where it is written; absent where no place in a file is to blame. */
  readonly location?: Location;
  /** Whether the lines at the place hold a secret and are not shown. */
  readonly isSecret?: boolean;
  /** What is allowed and how to mend it. */
  readonly help?: string;
  /** Other places that have to do with it, besides the way of its location. */
  readonly related?: readonly Related[];
}

export const severities = ["error", "warning"] as const;

export const severityOf = ({ severity }: Diagnostic): (typeof severities)[number] => severity ?? "error";

/** The user's mistake: everything that is wrong, at once. The command line prints it without a stack trace. */
export class UserError extends Error {
  override readonly name = "UserError";

  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ message }) => message).join("\n"));
  }
}
