import { type Location, suggest } from "../diagnostic";
import type { LocatedMap } from "../source";

/**
 * What a word that is none of the known ones was meant as, else all that there are.
 * @param what the known ones together: `modules`
 * @param besides words that may be meant but are not listed
 */
export function didYouMean(what: string, word: string, known: readonly string[], besides: readonly string[] = []) {
  const near = nearest(word, [...known, ...besides]);
  if (near !== undefined) return `did you mean ${near}?`;
  return known.length === 0 ? `there are no ${what}` : `${what} are ${listed(known)}`;
}

/** What a word was probably meant as: one that differs in few letters, else one that goes on after it. */
export const nearest = (word: string, known: readonly string[]): string | undefined =>
  suggest(word, known) ?? known.find((one) => one.startsWith(`${word}_`));

const MOST = 20;

const listed = (names: readonly string[]) =>
  names.length > MOST ? `${names.slice(0, MOST).join(", ")} and ${names.length - MOST} more` : names.join(", ");

/**
 * A mapping with known keys only. One that is none is read as what it is taken for, if that is known and not there, so
 * that nobody is told of a missing key beside its misspelling.
 * @param takenFor reports a key that is not known, and says what it is taken for
 */
export function corrected(
  tree: LocatedMap,
  known: readonly string[],
  takenFor: (key: string, location: Location) => string | undefined,
): LocatedMap {
  const entries = new Map([...tree.entries].filter(([key]) => known.includes(key)));
  for (const [key, entry] of tree.entries) {
    if (known.includes(key)) continue;
    const meant = takenFor(key, entry.key);
    if (meant !== undefined && known.includes(meant) && !entries.has(meant)) entries.set(meant, entry);
  }
  return { ...tree, entries };
}
