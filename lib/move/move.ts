import path from "node:path";
import { UserError } from "../diagnostic";
import type { LocatedEntry } from "../source";
import { loadProject, type Project, type SpecOptions } from "../spec";
import { movedPaths, pinnedName } from "./body";
import { type Difference, differencesBetween } from "./differences";
import { type Edit, edited, type Texts } from "./edits";
import { movedWith } from "./moved";
import { referencesTo } from "./references";
import { moveOf } from "./refusals";
import { named, relocated } from "./relocate";
import { type Move, partsOf } from "./request";
import { entryAt, serviceIn, type Trees, treesOf } from "./trees";
import { usesOf } from "./uses";

/** A spec in which a component has another address. */
export interface Moved {
  /** The texts of the files that change, by path from the folder of the spec. */
  readonly texts: Texts;
  readonly project: Project;
  /** What others call by the new address from now on. */
  readonly renamed: readonly Difference[];
}

/**
 * Edits a spec so that a component has another address, and stays what it is: its AWS name, the names of the variables by
 * which others find it, its values. All else in the files stays as it is written.
 * @throws UserError where the component cannot be moved, or where the spec would not be right afterwards.
 */
export function moveComponent(options: SpecOptions, from: string, to: string): Moved {
  const before = loadProject(options);
  const { sources } = options;
  const texts = new Map(sources.names.map((name) => [name, sources.text(name) ?? ""]));
  const trees = treesOf(texts);
  const move = moveOf(from, to, before, trees);
  const inPlace = edited(texts, editsFor(move, before, path.basename(options.file), texts, trees));
  const whole = partsOf(from)[0] === partsOf(to)[0] ? inPlace : relocated(move, inPlace);
  const after = loadProject({ ...options, texts: whole });
  const renamed = differencesBetween(before, after, move);
  refuseOthers(renamed, after);
  return { texts: new Map([...whole].filter(([file, text]) => texts.get(file) !== text)), project: after, renamed };
}

function editsFor(move: Move, project: Project, main: string, texts: Texts, trees: Trees): readonly Edit[] {
  const { from, to } = move;
  const [[service, name], [into, renamed]] = [partsOf(from), partsOf(to)];
  const component = project.components.get(from) as NonNullable<ReturnType<Project["components"]["get"]>>;
  const written = entryAt(serviceIn(trees, service)?.value, [name]) as LocatedEntry;
  const file = serviceIn(trees, into)?.key.file ?? written.key.file;
  return [
    ...(service === into ? named(written, renamed, texts) : []),
    ...pinnedName(component, written, texts),
    ...movedPaths(component, written.value, file, texts),
    ...referencesTo(move, project, texts, trees),
    ...usesOf(move, project, texts, trees),
    ...movedWith(move, project, main, texts, trees),
  ];
}

/** Values that come from where a component stands would be others at another place. */
function refuseOthers(differences: readonly Difference[], { components }: Project): void {
  const others = differences.filter(({ isNaming }) => !isNaming);
  const told = (words: readonly string[]) =>
    words.includes("count") ? "the environments" : words.filter((word) => word !== "tags").join(", ") || "tags";
  const problems = others.map(({ address, arguments: words }) => {
    const message = `${told(words)} of ${address} would be different after the move`;
    const help = "such values come from `defaults` or `only` of a service: write them in the component, and try again";
    const location = components.get(address)?.location;
    return { message, help, ...(location && { location }) };
  });
  if (problems.length > 0) throw new UserError(problems);
}
