import type { Location } from "../diagnostic";
import { isEmpty, type Located, type LocatedList, type LocatedMap, type LocatedScalar } from "../source";
import { type Path, partsOf, textOfParts } from "./mention";

/** The JSON of what is written in YAML; what references in it stand for is put in as JSON, too. */
export function jsonText(value: LocatedMap | LocatedList): LocatedScalar {
  const parts = partsIn(value);
  return { kind: "scalar", text: textOfParts(parts), quoted: true, location: value.location, parts };
}

type Parts = readonly (string | Path)[];

function partsIn(value: Located): Parts {
  if (value.kind === "scalar") return partsOfScalar(value);
  if (value.kind === "list") return ["[", ...separated(value.items.map(partsIn)), "]"];
  const members = [...value.entries].map(([key, entry]) => [`${JSON.stringify(key)}:`, ...partsIn(entry.value)]);
  return ["{", ...separated(members), "}"];
}

const separated = (all: readonly Parts[]): Parts => all.flatMap((parts, i) => (i === 0 ? parts : [",", ...parts]));

/** A number that JSON writes alike. */
const number = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;

function partsOfScalar(scalar: LocatedScalar): Parts {
  const { text, quoted, location } = scalar;
  if (isEmpty(scalar)) return ["null"];
  if (!quoted && (text === "true" || text === "false" || number.test(text))) return [text];
  const parts = partsOf(text);
  const [first] = parts;
  if (parts.length === 1 && typeof first === "object") return [{ ...first, location, as: "json" }];
  return ['"', ...parts.map((part) => inString(part, location)), '"'];
}

const inString = (part: string | Path, location: Location): string | Path =>
  typeof part === "string" ? JSON.stringify(part).slice(1, -1) : { ...part, location, as: "json string" };
