import type { Diagnostic } from "../../index";
import { type Applied, blame, type Finished, failuresIn } from "../../lib/run";
import { printDiagnostics } from "../failure";
import type { Session } from "../session";

/** Below what Terraform printed: where in the spec each error comes from that comes from there. */
export function printBlamed({ code, errors }: Finished, applied: Applied, session: Session): void {
  const found = code === 0 || code === 2 ? [] : blamedIn(errors, applied);
  if (found.length === 0) return;
  session.io.stderr.write("\n");
  printDiagnostics(found, session);
}

/** The errors of Terraform that come from a place in the spec. */
export const blamedIn = (errors: string, applied: Applied): Diagnostic[] =>
  failuresIn(errors).flatMap((problem) => {
    const found = blame(problem, applied);
    const text = problem.detail || problem.summary;
    return found ? [{ message: `${found.component.address}: ${text}`, location: found.location }] : [];
  });
