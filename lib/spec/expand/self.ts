import type { Located, LocatedMap } from "../../source";
import type { Self } from "./scope";

/** The component of a pattern that has the address of the use itself. */
export const THIS = "this";

const FORM = /^self\.([a-z0-9_-]+|\*)((?:\.[A-Za-z0-9_*.-]+)?)$/;

/** The address that a text such as `self.table` stands for; undefined where it is no such text. */
export function absolute(text: string, self: Self): string | undefined {
  const [, name = "", rest = ""] = (text.startsWith("self.") && FORM.exec(text)) || [];
  if (name === "*") return `${self.isPattern ? self.of : `${self.of}.`}*${rest}`;
  return isAmong(self.components, name) ? addressOf(name, self) + rest : undefined;
}

/** What `self.*` stands for in a list: every other component of a pattern. */
export const others = (self: Self): readonly string[] =>
  [...self.components.entries].flatMap(([name, { value }]) =>
    name === self.own ? [] : addressOf(name, self) + (isMany(value) ? "-*" : ""),
  );

/** The address of one of the components among which `self` names one. */
export function addressOf(name: string, { of, isPattern }: Self): string {
  if (!isPattern) return `${of}.${name}`;
  return name === THIS ? of : `${of}-${name}`;
}

/** Whether a name is that of a component, or of a part of what it comes to. */
export function isAmong({ entries }: LocatedMap, name: string): boolean {
  return entries.has(name) || [...entries].some(([key, { value }]) => name.startsWith(`${key}-`) && isMany(value));
}

/** Whether a component is written for several. */
export const isMany = (body: Located): boolean =>
  body.kind === "map" && (body.entries.has("for_each") || body.entries.has("pattern"));
