import type { Location } from "../diagnostic";
import type { LocatedScalar } from "../source";

/** A reference in a text of the spec: `${orders.table.dynamodb_table_arn}`. */
export interface Path {
  /** As written, without `${` and `}`. */
  readonly text: string;
  readonly segments: readonly string[];
  /** Where it is written, if not at the place of the text. */
  readonly location?: Location;
  /** As what it stands in its text, if not as it is: JSON, or a part of a string of JSON. */
  readonly as?: "json" | "json string";
  /** Whether it takes what its component tells before all of it is there, as the two depend on one another. */
  readonly isStatic?: boolean;
}

/** A text of the spec that holds references; what is between them is data. */
export class Mention {
  constructor(
    readonly parts: readonly (string | Path)[],
    readonly text: string,
    readonly location: Location,
  ) {}

  /** The references, in order. */
  get paths(): readonly Path[] {
    return this.parts.filter((part): part is Path => typeof part !== "string");
  }

  /** The one reference that is the whole text, if so. */
  get whole(): Path | undefined {
    const [first] = this.parts;
    return this.parts.length === 1 && typeof first === "object" ? first : undefined;
  }
}

// A reference is `${`, letters, digits, `-`, `_`, dots, `}`; `$${` writes `${`; any other `${` is data.
const pattern = /\$\$\{|\$\{([A-Za-z0-9_.-]+)\}/g;

/** The literal texts and references of which a text consists. */
export function partsOf(text: string): readonly (string | Path)[] {
  const parts: (string | Path)[] = [];
  let end = 0;
  let literal = "";
  for (const match of text.matchAll(pattern)) {
    literal += text.slice(end, match.index);
    end = match.index + match[0].length;
    if (match[1] === undefined) {
      literal += "${";
    } else {
      parts.push(literal, pathOf(match[1]));
      literal = "";
    }
  }
  parts.push(literal + text.slice(end));
  return parts.filter((part) => part !== "");
}

/** The text that consists of these parts in a spec. */
export const textOfParts = (parts: readonly (string | Path)[]): string =>
  parts.map((part) => (typeof part === "string" ? part.replaceAll("${", () => "$${") : `\${${part.text}}`)).join("");

/** A text with some of its references replaced, and all else as it is written. */
export const replaceReferences = (text: string, replaced: (path: Path) => string | undefined): string =>
  text.replace(pattern, (written, path?: string) =>
    path === undefined ? written : (replaced(pathOf(path)) ?? written),
  );

const pathOf = (text: string): Path => ({ text, segments: text.split(".") });

/** A text as a value: a mention where it holds references, plain text where it only escapes them, undefined where neither. */
export function mentionIn(text: string, location: Location): Mention | string | undefined {
  if (!text.includes("${")) return undefined;
  return asValue(partsOf(text), text, location);
}

/** The value of a scalar; undefined where it is its own text. */
export const standingFor = ({ parts, text, location }: LocatedScalar): Mention | string | undefined =>
  parts ? asValue(parts, text, location) : mentionIn(text, location);

function asValue(parts: readonly (string | Path)[], text: string, location: Location): Mention | string {
  const plain = parts.every((part) => typeof part === "string");
  return plain ? parts.join("") : new Mention(parts, text, location);
}
