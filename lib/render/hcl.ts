import { escapeTemplate } from "../compose";
import { hcl } from "../expression";

/** A block of HCL with plain values, in the layout of `terraform fmt`; absent arguments (undefined) are left out. */
export const hclBlock = (head: string, groups: readonly Readonly<Record<string, unknown>>[]): string => {
  const bodies = groups.map((group) => members(group, "  ", (name) => name)).filter((body) => body !== "");
  return `${head} {\n${bodies.join("\n")}}\n`;
};

type Key = (name: string) => string;

function members(value: Readonly<Record<string, unknown>>, indent: string, key: Key): string {
  const written = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([name, item]) => ({ name: key(name), text: expression(item, indent) }));
  return aligned(written).reduce((lines, line) => `${lines}${indent}${line}\n`, "");
}

interface Argument {
  readonly name: string;
  readonly text: string;
}

/** Equals signs of neighbours stand below one another, but for arguments of several lines. */
function aligned(all: readonly Argument[]): string[] {
  return all.map(({ name, text }, i) => {
    if (isLong(text)) return `${name} = ${text}`;
    const start = all.slice(0, i).findLastIndex((one) => isLong(one.text)) + 1;
    const rest = all.slice(start).findIndex((one) => isLong(one.text));
    const neighbours = all.slice(start, rest === -1 ? undefined : start + rest);
    return `${name.padEnd(Math.max(...neighbours.map((one) => one.name.length)))} = ${text}`;
  });
}

const isLong = (text: string) => text.includes("\n");

function expression(value: unknown, indent: string): string {
  if (typeof value === "string") return hcl(escapeTemplate(value));
  if (Array.isArray(value)) return list(value, indent);
  if (typeof value !== "object" || value === null) return hcl(value);
  const body = members(value as Readonly<Record<string, unknown>>, `${indent}  `, objectKey);
  return body === "" ? "{}" : `{\n${body}${indent}}`;
}

function list(items: readonly unknown[], indent: string): string {
  const inner = `${indent}  `;
  const texts = items.map((item) => expression(item, inner));
  if (!texts.some(isLong)) return `[${texts.join(", ")}]`;
  return `[\n${texts.map((text) => `${inner}${text},\n`).join("")}${indent}]`;
}

const objectKey: Key = (name) => (/^[A-Za-z_][A-Za-z0-9_-]*$/.test(name) ? name : hcl(escapeTemplate(name)));
