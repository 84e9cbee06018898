import type { Location, Via } from "../../diagnostic";
import {
  isEmpty,
  type Located,
  type LocatedEntry,
  type LocatedList,
  type LocatedMap,
  type LocatedScalar,
} from "../../source";
import type { Report } from "../reading";
import type { Budget } from "./budget";
import { lookUp } from "./lookup";
import { placed, type Scope } from "./scope";
import { absolute, others } from "./self";
import { joined, wholeReference } from "./text";

/** What values are filled in with. */
export interface Filling {
  readonly scope: Scope;
  readonly report: Report;
  readonly budget: Budget;
}

/**
 * A value with what its references stand for in a scope: a scalar that is one reference takes the value with its type, a
 * longer text the text of it. Undefined where that is nothing. What the scope gives no meaning stays as it is.
 */
export function fill(value: Located, filling: Filling): Located | undefined {
  filling.budget.take("values", value.location);
  if (value.kind === "map") return fillMap(value, filling);
  return value.kind === "list" ? fillList(value, filling) : fillScalar(value, filling);
}

/** A mapping with what the references in its keys and values stand for. */
export function fillMap(map: LocatedMap, filling: Filling): LocatedMap {
  const { scope, report } = filling;
  const entries = new Map<string, LocatedEntry>();
  for (const [text, entry] of map.entries) {
    const value = fill(entry.value, filling);
    if (value === undefined) continue;
    const key = placed(entry.key, scope);
    const name = fillKey(text, key, filling);
    const isTwice = entries.has(name);
    if (isTwice) report.add(key, `${name} is written twice here`, "the references in keys must give each another name");
    entries.set(name, { key, value });
  }
  return { kind: "map", entries, location: placed(map.location, scope) };
}

function fillList({ items, location }: LocatedList, filling: Filling): LocatedList {
  const { scope } = filling;
  const filled = items.flatMap((item) => fillItem(item, filling));
  return { kind: "list", items: filled, location: placed(location, scope) };
}

function fillItem(item: Located, filling: Filling): readonly Located[] {
  const { self } = filling.scope;
  if (!self?.isPattern || item.kind !== "scalar" || item.text !== "self.*") return present(fill(item, filling));
  return others(self).map((text) => ({ ...item, text, location: placed(item.location, filling.scope) }));
}

const present = (value: Located | undefined) => (value === undefined ? [] : [value]);

function fillScalar(scalar: LocatedScalar, filling: Filling): Located | undefined {
  const { scope, report } = filling;
  const location = placed(scalar.location, scope);
  const text = scope.self ? absolute(scalar.text, scope.self) : undefined;
  if (text !== undefined) return { ...scalar, text, location };
  if (!scalar.text.includes("${")) return { ...scalar, location };
  const whole = wholeReference(scalar.text);
  const found = whole && lookUp(whole, scope);
  if (!whole || !found) return fillText(scalar, location, filling);
  if ("value" in found) return found.value && inserted(found.value, viaOf(whole.text, location), filling);
  report.add(location, found.problem, found.help);
  return { ...scalar, location };
}

const viaOf = (reference: string, location: Location): Via => ({ message: `stands for \${${reference}}`, location });

/** A value in the place of a reference: where it is written, by way of that place. */
function inserted(value: Located, via: Via, { budget }: Pick<Filling, "budget">): Located {
  const through = (location: Location): Location => ({ ...location, via });
  const copy = (one: Located): Located => {
    budget.take("values", one.location);
    const location = through(one.location);
    if (one.kind === "scalar") return { ...one, location };
    if (one.kind === "list") return { ...one, items: one.items.map(copy), location };
    const entries = [...one.entries].map(
      ([key, entry]) => [key, { key: through(entry.key), value: copy(entry.value) }] as const,
    );
    return { ...one, entries: new Map(entries), location };
  };
  return copy(value);
}

function fillText(scalar: LocatedScalar, location: Location, filling: Filling): LocatedScalar {
  const text = joined(scalar.text, location, filling);
  const quoted = scalar.quoted || (text !== scalar.text && isEmpty({ ...scalar, text }));
  return { kind: "scalar", text, quoted, location };
}

function fillKey(text: string, location: Location, filling: Filling): string {
  const address = filling.scope.self && absolute(text, filling.scope.self);
  if (address !== undefined) return address;
  if (!text.includes("${")) return text;
  const filled = joined(text, location, filling);
  if (filled !== text && filled.includes("${"))
    filling.report.add(location, `a key cannot hold the reference ${filled}`, "give a parameter in a key a plain text");
  return filled;
}
