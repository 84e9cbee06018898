import { escaped, quoted } from "./hcl";

/** A part of a message that is an HCL expression. */
export interface Hole {
  readonly hcl: string;
}
/** A message for people: written once, it reads the same from us and from Terraform. */
export type Message = readonly (string | Hole)[];

/** Builds a message: say`${name} must be at least ${minimum}`. */
export const say = (parts: TemplateStringsArray, ...values: (string | number | Hole | Message)[]): Message =>
  parts.flatMap((part, i) => {
    const value = values[i];
    if (value === undefined) return [part];
    return [
      part,
      ...(Array.isArray(value)
        ? (value as Message)
        : [typeof value === "number" ? String(value) : (value as string | Hole)]),
    ];
  });

/** A message as text. Only Terraform can fill a hole. */
export const plain = (message: Message): string =>
  message.map((part) => (typeof part === "string" ? part : "…")).join("");

/** A message as an HCL string. */
export const template = (message: Message): string =>
  `"${message.map((part) => (typeof part === "string" ? quoted(part).slice(1, -1) : `\${${part.hcl}}`)).join("")}"`;

/** A message as the text of a JSON string, where Terraform reads a template without backslash escapes. */
export const jsonTemplate = (message: Message): string =>
  message.map((part) => (typeof part === "string" ? escaped(part) : `\${${part.hcl}}`)).join("");
