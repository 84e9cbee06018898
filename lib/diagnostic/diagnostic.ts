/** Where something stands in a file: offsets are UTF-16 code units from the start of its text. */
export interface Location {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** One thing that is wrong with what the user gave us. */
export interface Diagnostic {
  /** What is wrong, in the user's words; one sentence that names the value. */
  readonly message: string;
  /** Where it is written; absent where no place in a file is to blame. */
  readonly location?: Location;
  /** What is allowed and how to mend it. */
  readonly help?: string;
}

/** The user's mistake: everything that is wrong, at once. The command line prints it without a stack trace. */
export class UserError extends Error {
  override readonly name = "UserError";

  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ message }) => message).join("\n"));
  }
}
