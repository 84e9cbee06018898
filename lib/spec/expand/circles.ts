import type { LocatedScalar } from "../../source";
import type { Report } from "../reading";
import type { Pattern, Patterns } from "./patterns";

/** How deep patterns may use patterns: each is a part of the name. */
const DEEPEST = 10;

/** Reports patterns that use themselves by way of others, each circle once and in full; returns the names of those in one. */
export function checkCircles(patterns: Patterns, report: Report): ReadonlySet<string> {
  const found = new Set<string>();
  const done = new Map<string, number>();
  for (const name of patterns.keys()) depthOf(name, [], { patterns, report, found, done });
  return found;
}

interface Search {
  readonly patterns: Patterns;
  readonly report: Report;
  readonly found: Set<string>;
  /** How deep the patterns below each that was looked at go. */
  readonly done: Map<string, number>;
}

interface Step {
  readonly from: string;
  readonly named: LocatedScalar;
}

function depthOf(name: string, trail: readonly Step[], search: Search): number {
  const at = trail.findIndex(({ from }) => from === name);
  if (at !== -1) tell(trail.slice(at), search);
  if (at !== -1) return 0;
  const known = search.done.get(name);
  if (known !== undefined) return known;
  const below = usedBy(search.patterns.get(name)).map(
    (named) => [named, 1 + depthOf(named.text, [...trail, { from: name, named }], search)] as const,
  );
  const deepest = below.find(([, depth]) => depth > DEEPEST);
  if (deepest) tooDeep(name, deepest[0], search);
  const depth = deepest ? 0 : Math.max(0, ...below.map(([, one]) => one));
  search.done.set(name, depth);
  return depth;
}

function tell(circle: readonly Step[], { found, report }: Search): void {
  const [first] = circle;
  if (!first) return;
  for (const { from } of circle) found.add(from);
  const path = [...circle.map(({ from }) => from), first.from].join(" → ");
  const help = "remove one of the uses between them";
  report.add(first.named.location, `patterns use one another in a circle: ${path}`, help);
}

function tooDeep(name: string, { location, text }: LocatedScalar, { found, report }: Search): void {
  found.add(name);
  report.add(
    location,
    `patterns nest more than ${DEEPEST} levels deep below ${text}`,
    "use fewer patterns of patterns",
  );
}

/** Where a pattern names others. */
const usedBy = (pattern: Pattern | undefined): readonly LocatedScalar[] =>
  [...(pattern?.components.entries.values() ?? [])].flatMap(({ value }) => {
    const named = value.kind === "map" ? value.entries.get("pattern")?.value : undefined;
    return named?.kind === "scalar" ? [named] : [];
  });
