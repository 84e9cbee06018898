import { distance } from "fastest-levenshtein";

const LONGEST = 100;

/**
 * The candidate that the user probably meant: the same but for case, else the nearest by edit distance, as long as at
 * most two letters in five differ. The first of several that are equally near.
 */
export function suggest(value: string, candidates: Iterable<string>): string | undefined {
  if (value.length > LONGEST) return undefined;
  const wanted = value.toLowerCase();
  let nearest: string | undefined;
  let least = Math.floor(value.length * 0.4) + 1;
  for (const candidate of candidates) {
    const far = distance(wanted, candidate.toLowerCase());
    if (far < least) [nearest, least] = [candidate, far];
  }
  return nearest;
}
