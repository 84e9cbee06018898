import type { Location } from "../../diagnostic";
import type { Located } from "../../source";
import { type Path, partsOf } from "../mention";

/** A reference, and where it stands. */
export interface Standing {
  readonly path: Path;
  readonly location: Location;
}

/** The references in a value, its keys among them. */
export function* referencesIn(value: Located): Generator<Standing> {
  if (value.kind === "scalar") yield* referencesOf(value.text, value.location);
  else if (value.kind === "list") for (const item of value.items) yield* referencesIn(item);
  else
    for (const [text, { key, value: item }] of value.entries) {
      yield* referencesOf(text, key);
      yield* referencesIn(item);
    }
}

/** The references in a text. */
export function* referencesOf(text: string, location: Location): Generator<Standing> {
  if (!text.includes("${")) return;
  for (const part of partsOf(text)) if (typeof part === "object") yield { path: part, location };
}

/** The parameter that a reference takes, if it is one to a parameter. */
export const parameterOf = ({ segments: [first, name] }: Path): string | undefined =>
  first === "parameter" ? name : undefined;
