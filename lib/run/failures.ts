import { plainText } from "./plain-text";

/** An error as Terraform prints it. */
export interface Failure {
  readonly summary: string;
  /** Its first paragraph of explanation, on one line; empty where there is none. */
  readonly detail: string;
  /** The file to blame, as a path from the folder of the root, and the line in it. */
  readonly place?: { readonly file: string; readonly line: number };
  /** The resource or module that it is about: `module.system.module.orders_table.aws_dynamodb_table.this`. */
  readonly address?: string;
}

/**
 * The errors in what Terraform wrote to stderr. They are read from its text because that is there in every case: a second
 * run with `-json` would show another state of the world, and after an apply there is nothing left to run again.
 */
export const failuresIn = (stderr: string): readonly Failure[] =>
  plainText(stderr)
    .split(/^(?=(?:Error|Warning): )/m)
    .filter((text) => text.startsWith("Error: "))
    .map(failure);

function failure(text: string): Failure {
  const [summary = "", ...rest] = text.slice("Error: ".length).split(/\n[ \t]*\n/);
  const at = /^ {2}on (.+) line (\d+)(?:, in .*)?:$/m.exec(text);
  const address = /^ {2}with (.+),$/m.exec(text)?.[1];
  const detail = rest.find((paragraph) => !/^\s/.test(paragraph)) ?? "";
  return {
    summary: oneLine(summary),
    detail: oneLine(detail),
    ...(at ? { place: { file: at[1] as string, line: Number(at[2]) } } : {}),
    ...(address ? { address } : {}),
  };
}

const oneLine = (text: string) => text.trim().replace(/\s*\n\s*/g, " ");
