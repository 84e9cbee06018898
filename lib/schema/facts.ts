import { isRecord } from "./defaults";
import { plain } from "./message";
import { pathName, schemaAt, stepInto } from "./name";
import { type Problem, visible } from "./problem";
import type { Facts } from "./rules/rule";
import type { Schema } from "./schema";

/** Whether rules may rely on a value: it is known, and has the type that the schema says. */
export type IsSettled = (value: unknown, path: readonly string[]) => boolean;

/** The broken rules of a value with defaults, at any depth. */
export function breaches(schema: Schema, value: unknown, isSettled: IsSettled): Problem[] {
  return [...objects(schema, value, [])].flatMap((place) =>
    (place.schema.rules ?? []).flatMap((rule) =>
      rule.breaches(new ObjectFacts(schema, place, isSettled)).map(({ path, message }) => {
        const whole = [...place.path, ...path];
        return {
          path: whole,
          message: plain(message),
          value: visible(schemaAt(schema, whole), at(value, whole)),
          keyword: rule.keyword,
        };
      }),
    ),
  );
}

interface Place {
  readonly schema: Schema;
  readonly value: Readonly<Record<string, unknown>>;
  readonly path: readonly string[];
}

function* objects(schema: Schema | undefined, value: unknown, path: readonly string[]): Generator<Place> {
  if (!schema || typeof value !== "object" || value === null) return;
  if (isRecord(value)) yield { schema, value, path };
  for (const [key, item] of Object.entries(value)) yield* objects(stepInto(schema, key), item, [...path, key]);
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((held, key) => (isIndexable(held) && Object.hasOwn(held, key) ? held[key] : undefined), value);
const isIndexable = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** What rules ask of one object in plain data. */
class ObjectFacts implements Facts {
  constructor(
    private readonly root: Schema,
    private readonly place: Place,
    private readonly isSettled: IsSettled,
  ) {}

  get(path: string): unknown {
    return at(this.place.value, path.split("."));
  }

  all(path: string) {
    return this.found(path).filter(({ value, path }) => value !== undefined && this.settled(value, path));
  }

  isUnknown(path: string): boolean {
    return this.found(path).some(({ value, path }) => !this.settled(value, path));
  }

  name(path: string | readonly string[]): string {
    const keys = typeof path === "string" ? path.split(".") : path;
    return plain(pathName(this.root, [...this.place.path, ...keys]));
  }

  private settled(value: unknown, path: readonly string[]) {
    return this.isSettled(value, [...this.place.path, ...path]);
  }

  /** The values at a path; where the way ends early at one that is not settled, that one. */
  private found(path: string) {
    let found: { path: string[]; value: unknown }[] = [{ path: [], value: this.place.value }];
    for (const segment of path.split(".")) found = found.flatMap((held) => this.below(held, segment));
    return found;
  }

  private below(held: { path: string[]; value: unknown }, segment: string) {
    const { path, value } = held;
    if (path.length && !this.settled(value, path)) return [held];
    if (!isIndexable(value)) return [];
    const keys = segment === "*" ? Object.keys(value) : [segment];
    return keys.filter((key) => Object.hasOwn(value, key)).map((key) => ({ path: [...path, key], value: value[key] }));
  }
}
