import type { LocatedMap } from "../../source";
import type { Report } from "../reading";
import { parameterOf, referencesIn, referencesOf, type Standing } from "./references";
import { placed, type Scope } from "./scope";
import { without } from "./vary";

/** Reports what takes parameters that are different in some environments, and cannot be different itself: words, and keys. */
export function checkAlike(body: LocatedMap, words: readonly string[], scope: Scope, report: Report): void {
  for (const [environment, { names }] of scope.given?.varied ?? []) {
    for (const { what, path, location } of standingAlike(body, words)) {
      const name = parameterOf(path) ?? "";
      const message = `${what} cannot be different in ${environment}, as the parameter ${name} is`;
      const help = "give the parameter one value for all environments";
      if (names.has(name)) report.add(placed(location, scope), message, help);
    }
  }
}

function* standingAlike(body: LocatedMap, words: readonly string[]): Generator<Standing & { readonly what: string }> {
  for (const word of words) {
    const entry = body.entries.get(word);
    for (const one of entry ? referencesIn(entry.value) : []) yield { ...one, what: `\`${word}\`` };
  }
  for (const one of keysIn(without(body, ...words))) yield { ...one, what: "a key" };
}

/** The references in the keys of a tree. */
function* keysIn({ entries }: LocatedMap): Generator<Standing> {
  for (const [text, { key, value }] of entries) {
    yield* referencesOf(text, key);
    if (value.kind === "map") yield* keysIn(value);
  }
}
