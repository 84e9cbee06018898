import type { Call, Refusal, RefusalsOf } from "./refusals";
import type { Rejection } from "./rejections";

/** Rejections that are shown by one call: each is refused by variables of its own. */
export interface Round {
  readonly names: readonly string[];
  /** What differs from the base; null for what the base alone has. */
  readonly changes: Call;
  readonly refusals: readonly Refusal[];
}

/**
 * Rejections in few rounds: a run of `terraform test` costs half a second, however little it does.
 * @param base the call that the changes of all rounds are made to
 */
export function roundsOf(rejections: readonly Rejection[], base: Call, refusalsOf: RefusalsOf): readonly Round[] {
  const rounds: Round[] = [];
  for (const { name, call, refusals } of rejections) {
    addTo(rounds, { names: [name], changes: changesOf(base, call), refusals }, base, refusalsOf);
  }
  return rounds;
}

function addTo(rounds: Round[], one: Round, base: Call, refusalsOf: RefusalsOf): void {
  for (const [i, round] of rounds.entries()) {
    const joined = together(round, one, base, refusalsOf);
    if (joined) {
      rounds[i] = joined;
      return;
    }
  }
  rounds.push(one);
}

const changesOf = (base: Call, call: Call): Call =>
  Object.fromEntries(
    [...new Set([...Object.keys(base), ...Object.keys(call)])]
      .filter((name) => JSON.stringify(base[name]) !== JSON.stringify(call[name]))
      .map((name) => [name, call[name] ?? null]),
  );

/** Two rounds as one, unless a refusal of either would be lost or another come about. */
function together(one: Round, other: Round, base: Call, refusalsOf: RefusalsOf): Round | undefined {
  if (Object.keys(other.changes).some((name) => Object.hasOwn(one.changes, name))) return undefined;
  const changes = { ...one.changes, ...other.changes };
  const given = Object.entries({ ...base, ...changes }).filter(([, value]) => value !== null);
  const refusals = refusalsOf(Object.fromEntries(given));
  const isWhole = fingerprint(refusals) === fingerprint([...one.refusals, ...other.refusals]);
  return isWhole ? { names: [...one.names, ...other.names], changes, refusals } : undefined;
}

const fingerprint = (refusals: readonly Refusal[]) =>
  refusals
    .map(({ variable, message }) => `${variable}: ${message}`)
    .sort()
    .join("\n");
