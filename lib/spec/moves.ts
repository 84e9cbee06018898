import type { Location } from "../diagnostic";
import { isEmpty, type LocatedEntry, type LocatedMap, type LocatedScalar } from "../source";
import { corrected, didYouMean, nearest } from "./did-you-mean";
import { type Component, labelOf, madeIn } from "./project";
import type { Report } from "./reading";
import { unknownComponent } from "./resolution";
import { namePattern } from "./words";

/** What became of a component that was there before. */
export interface Move {
  /** The address that it had. */
  readonly from: string;
  /** The address that it has, or had next; undefined where it is gone on purpose. */
  readonly to: string | undefined;
  /** Where these are written. */
  readonly locations: Readonly<Record<End, Location>>;
}

type End = "from" | "to";
const ends: readonly End[] = ["from", "to"];
const such = "such as { from: orders.items, to: orders.table }";

/** Reads `moved`, a list of what became of components; what is wrong in itself is reported and left out. */
export function readMoves(entry: LocatedEntry | undefined, report: Report): readonly Move[] {
  if (!entry) return [];
  const { value } = entry;
  if (value.kind !== "list") report.add(value.location, "`moved` must be a list", `with entries ${such}`);
  const items = value.kind === "list" ? value.items : [];
  const moves = items.flatMap((item) => {
    if (item.kind === "map") return readMove(item, report) ?? [];
    report.add(item.location, "an entry of `moved` must be a mapping", such);
    return [];
  });
  return withoutCircles(distinct(moves, report), report);
}

function readMove(tree: LocatedMap, report: Report): Move | undefined {
  const { entries } = corrected(tree, ends, (word, place) => {
    report.add(place, `an entry of \`moved\` has no \`${word}\``, didYouMean("its words", word, ends));
    return nearest(word, ends);
  });
  const lacking = ends.filter((word) => !entries.has(word));
  for (const word of lacking) report.add(tree.location, `an entry of \`moved\` does not say its \`${word}\``, such);
  if (lacking.length > 0) return undefined;
  const [from, to] = ends.map((word) => (entries.get(word) as LocatedEntry).value) as [LocatedScalar, LocatedScalar];
  const isGone = to.kind === "scalar" && isEmpty(to) && to.text !== "";
  const named = [from, ...(isGone ? [] : [to])].map((one) => isAddress(one, report));
  if (!named.every(Boolean)) return undefined;
  const locations = { from: from.location, to: to.location };
  if (from.text !== to.text) return { from: from.text, to: isGone ? undefined : to.text, locations };
  report.add(to.location, `${from.text} moves to itself`, "remove this entry");
  return undefined;
}

function isAddress(value: LocatedScalar, report: Report): boolean {
  const parts = value.kind === "scalar" ? value.text.split(".") : [];
  if (parts.length === 2 && parts.every((one) => namePattern.test(one))) return true;
  const given = value.kind === "scalar" && value.text !== "" ? `"${value.text}"` : "this";
  report.add(value.location, `${given} is no address of a component`, "write service.component, such as orders.table");
  return false;
}

/** Each address moves to one place, and to each place one component. */
function distinct(moves: readonly Move[], report: Report): readonly Move[] {
  const known = { from: new Set<string>(), to: new Set<string>() };
  return moves.filter((move) => {
    const twice = ends.filter((end) => known[end].has(move[end] ?? ""));
    for (const end of twice) {
      const what = end === "from" ? `${move.from} moves twice` : `two components move to ${move.to}`;
      report.add(move.locations[end], what, "keep the entry that is true");
    }
    for (const end of ends) if (move[end]) known[end].add(move[end]);
    return twice.length === 0;
  });
}

function withoutCircles(moves: readonly Move[], report: Report): readonly Move[] {
  const told = new Set<string>();
  return moves.filter(({ from, locations }) => {
    const trail = trailOf(from, moves);
    const isCircle = trail.at(-1) === from && trail.length > 1;
    const help = "remove the entry that starts from the address which it has now";
    if (isCircle && !told.has(from))
      report.add(locations.from, `addresses move in a circle: ${trail.join(" → ")}`, help);
    if (isCircle) for (const one of trail) told.add(one);
    return !isCircle;
  });
}

/** An address and those that follow it, until there is none or it comes round. */
function trailOf(address: string, moves: readonly Move[]): readonly string[] {
  const trail = [address];
  for (;;) {
    const next = moves.find(({ from }) => from === trail.at(-1))?.to;
    if (next === undefined) return trail;
    const isRound = trail.includes(next);
    trail.push(next);
    if (isRound) return trail;
  }
}

/** The first address that a component had: its own where it never moved. */
export function firstAddress(address: string, moves: readonly Move[]): string {
  const before = moves.find(({ to }) => to === address)?.from;
  return before === undefined ? address : firstAddress(before, moves);
}

interface Surroundings {
  readonly components: ReadonlyMap<string, Component>;
  readonly report: Report;
}

/** Checks that moves lead from what is no longer there to what is. */
export function checkMoves(moves: readonly Move[], surroundings: Surroundings): void {
  const { components, report } = surroundings;
  const labels = new Map([...components.values()].map(({ label, address }) => [label, address]));
  for (const move of moves) {
    const { from, to, locations } = move;
    const holder = labels.get(labelOf(from));
    if (components.has(from)) report.add(locations.from, `${from} is still a component`, stillThere(to));
    else if (holder !== undefined && holder !== to)
      report.add(locations.from, `${from} and ${holder} are one module call in Terraform`, "remove this entry");
    if (to !== undefined) checkTarget({ ...move, to }, moves, surroundings);
  }
}

const stillThere = (to: string | undefined) =>
  to === undefined ? "remove this entry" : `if it is now ${to}, rename it; else remove this entry`;

function checkTarget(
  { to, locations }: Move & { readonly to: string },
  moves: readonly Move[],
  { components, report }: Surroundings,
): void {
  const component = components.get(to);
  if (!component && !moves.some((one) => one.from === to)) unknownComponent(to, locations.to, components, report);
  if (!component || madeIn(component).length > 0) return;
  report.add(locations.to, `${to} is there already in every environment: nothing moves to it`, "remove this entry");
}

/** The address that a component has in a project, through all of its moves; its own where it never moved. */
export function lastAddress(address: string, moves: readonly Move[]): string {
  const after = moves.find(({ from }) => from === address)?.to;
  return after === undefined ? address : lastAddress(after, moves);
}
