import type { Location } from "../../diagnostic";
import { isEmpty } from "../../source";
import { type Path, partsOf, replaceReferences } from "../mention";
import type { Filling } from "./fill";
import { type Found, lookUp } from "./lookup";
import { addressOf, isAmong } from "./self";

/** The one reference that a text is, if it is nothing else. */
export function wholeReference(text: string): Path | undefined {
  const [first, ...rest] = partsOf(text);
  return rest.length === 0 && typeof first === "object" ? first : undefined;
}

/** A text with the texts that its references stand for; reported where one stands for no text. */
export function joined(text: string, location: Location, filling: Filling): string {
  const { report, budget } = filling;
  const known = new Map<string, string | undefined>();
  const replaced = (path: Path) => {
    if (!known.has(path.text)) known.set(path.text, textOf(path, location, filling));
    return known.get(path.text);
  };
  const filled = replaceReferences(text, replaced);
  budget.measure(filled, location);
  if (
    filled === text ||
    isSame(
      partsOf(filled),
      partsOf(text).flatMap((part) => inserted(part, replaced)),
    )
  )
    return filled;
  const help = "a reference is one text, not made of parts; give a parameter the whole of it";
  report.add(location, "what is filled in here would make another reference with what stands beside it", help);
  return "";
}

type Part = string | Path;

function inserted(part: Part, replaced: (path: Path) => string | undefined): readonly Part[] {
  const text = typeof part === "string" ? undefined : replaced(part);
  return text === undefined ? [part] : partsOf(text);
}

/** Whether parts say the same, wherever texts in them are cut. */
const isSame = (some: readonly Part[], others: readonly Part[]) => spelled(some) === spelled(others);

/** Every character on its own, so that it does not count where a text is cut. */
const spelled = (parts: readonly Part[]) =>
  JSON.stringify(parts.flatMap<Part>((part) => (typeof part === "string" ? [...part] : [part])));

/** The text that a reference stands for inside a longer one; undefined where it stays as it is. */
function textOf(path: Path, location: Location, { scope, report }: Filling): string | undefined {
  const [first, name = "", ...rest] = path.segments;
  if (first === "self" && scope.self && isAmong(scope.self.components, name))
    return `\${${[addressOf(name, scope.self), ...rest].join(".")}}`;
  const found = lookUp(path, scope);
  const said = found && scalarOf(found, path.text);
  if (said === undefined || typeof said === "string") return said;
  report.add(location, said.problem, said.help);
  return "";
}

function scalarOf(found: Found, text: string): string | { readonly problem: string; readonly help: string } {
  if ("problem" in found) return found;
  const { value } = found;
  if (value?.kind === "scalar" && !isEmpty(value)) return value.text;
  const what = { list: "a list", map: "a mapping", scalar: "nothing" }[value?.kind ?? "scalar"];
  return { problem: `\${${text}} is ${what}, which cannot stand inside a text`, help: "use it as the whole value" };
}
