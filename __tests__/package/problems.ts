import { UserError } from "../../lib/diagnostic";

/** The messages of the UserError that a promise must end in. */
export async function messagesOf(promise: Promise<unknown>): Promise<string[]> {
  return (await diagnosticsOf(promise)).map(({ message }) => message);
}

/** The diagnostics of the UserError that a promise must end in. */
export async function diagnosticsOf(promise: Promise<unknown>) {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof UserError) return error.diagnostics;
  throw new Error(`expected a UserError, got ${String(error)}`);
}
