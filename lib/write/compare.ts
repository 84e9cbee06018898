import { readExisting } from "./existing";
import { fingerprint } from "./fingerprint";
import { readOurs } from "./ours";
import { checkPaths } from "./paths";

/** What is to stand in a folder: relative path, with forward slashes → text. */
export type Tree = ReadonlyMap<string, string>;

/** A file that is in the way of what was rendered. */
export interface Refusal {
  readonly path: string;
  /** `not ours`: we never wrote it. `edited`: we did, and somebody has changed it since. */
  readonly why: "not ours" | "edited";
}

/** What writing a tree would do, by path; each list is sorted. */
export interface Changes {
  readonly create: readonly string[];
  readonly update: readonly string[];
  /** Written by us earlier and no longer part of the tree. */
  readonly remove: readonly string[];
  readonly unchanged: readonly string[];
  /** Neither overwritten nor removed; while there is one, nothing is written. */
  readonly refused: readonly Refusal[];
}

/**
 * Compares a tree with what stands in a folder, and writes nothing.
 *
 * A file is ours if it is as the manifest, or the journal of an interrupted run, has it. A file that says what the tree
 * says is unchanged, whoever wrote it and however it is laid out; without a manifest, nothing else counts as ours, and
 * nothing is removed. A file of ours that was deleted is created again.
 *
 * @param root - The folder; need not exist.
 * @param options - `force`: overwrite and remove also what would be refused.
 * @throws UserError if a path of the tree does not stay inside the root, if two are one file, if something other than a
 * file stands at a path, or if the manifest cannot be read.
 */
export async function compare(root: string, tree: Tree, options: { readonly force?: boolean } = {}): Promise<Changes> {
  checkPaths(tree.keys());
  const ours = await readOurs(root);
  const paths = [...new Set([...tree.keys(), ...ours.keys()])].sort();
  const texts = await readExisting(root, paths);
  const verdicts = paths.map((path): [string, Verdict] => {
    const verdict = judge({ path, rendered: tree.get(path), present: texts.get(path), ours: ours.get(path) });
    return [path, options.force ? overrule(verdict, tree.has(path)) : verdict];
  });
  return changesOf(verdicts);
}

type Verdict = "create" | "update" | "remove" | "unchanged" | "gone" | Refusal["why"];

interface Case {
  readonly path: string;
  /** The text that the tree has for the path. */
  readonly rendered: string | undefined;
  /** The text that stands there. */
  readonly present: string | undefined;
  /** The fingerprints under which it is ours. */
  readonly ours: ReadonlySet<string> | undefined;
}

function judge({ path, rendered, present, ours }: Case): Verdict {
  if (present === undefined) return rendered === undefined ? "gone" : "create";
  if (present === rendered) return "unchanged";
  const hash = fingerprint(path, present);
  if (rendered !== undefined && hash === fingerprint(path, rendered)) return "unchanged";
  if (!ours) return "not ours";
  if (!ours.has(hash)) return "edited";
  return rendered === undefined ? "remove" : "update";
}

function overrule(verdict: Verdict, isRendered: boolean): Verdict {
  if (verdict !== "not ours" && verdict !== "edited") return verdict;
  return isRendered ? "update" : "remove";
}

function changesOf(verdicts: readonly (readonly [string, Verdict])[]): Changes {
  const having = (wanted: Verdict) => verdicts.filter(([, verdict]) => verdict === wanted).map(([path]) => path);
  return {
    create: having("create"),
    update: having("update"),
    remove: having("remove"),
    unchanged: having("unchanged"),
    refused: verdicts.flatMap(([path, why]) => (why === "not ours" || why === "edited" ? [{ path, why }] : [])),
  };
}
