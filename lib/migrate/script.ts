import Handlebars from "handlebars";
import { shellWord } from "../diagnostic";
import type { TerraformRoot } from "../render";
import type { Inventory } from "./inventory";
import { isSame, type Transfer } from "./transfers";

/** What a script that moves states is made of. */
export interface Script {
  /** The name of the project. */
  readonly name: string;
  readonly before: Inventory;
  readonly after: Inventory;
  readonly transfers: readonly Transfer[];
  /** The output folder, from where the script runs. */
  readonly out: string;
  /** Options of `groundplan synth` that write the new tree. */
  readonly synth: readonly string[];
  /** The text of the script's template. */
  readonly template: string;
}

/** A shell script that takes states out of where they were, and puts them where the spec has them now. */
export function scriptOf({ name, before, after, transfers, out, synth, template }: Script): string {
  const former = [...before.roots.values()];
  const heirs = new Map([...after.roots.values()].map((to) => [to.name, heirOf(to, former, transfers)]));
  const pulled = former.filter(
    (root) => transfers.some(({ from }) => from.name === root.name) || isTaken(root, heirs, transfers),
  );
  const pushed = [...after.roots.values()].filter((to) => isTouched(to, heirs.get(to.name), transfers));
  const fileOf = (to: TerraformRoot) => fileNamed("old", heirs.get(to.name)?.name) ?? fileNamed("new", to.name);
  const isInPlace = (to: TerraformRoot) => isSame(to, heirs.get(to.name));
  const inherited = new Set([...heirs.values()].map((root) => root?.name));
  return Handlebars.compile(template, { noEscape: true, strict: true })({
    name,
    out: shellWord(out),
    synth: synth.map(shellWord).join(" "),
    entered: foldersOf(pulled),
    pulls: pulled.map((root) => ({ ...placeOf(root), file: fileNamed("old", root.name) })),
    moves: transfers.flatMap(({ from, to, addresses = [] }) =>
      addresses.map(([address, becomes]) => ({
        from: fileNamed("old", from.name),
        to: fileOf(to),
        address: shellWord(address),
        becomes: shellWord(becomes),
      })),
    ),
    emptied: pulled
      .filter((root) => !inherited.has(root.name))
      .map((root) => ({ file: fileNamed("old", root.name), name: shellWord(root.name) })),
    raised: pushed.filter(isInPlace).map(fileOf),
    kept: foldersOf(pushed.filter(isInPlace)),
    reentered: foldersOf(pushed.filter((to) => !isInPlace(to))),
    pushes: pushed.map((root) => ({ ...placeOf(root), file: fileOf(root) })),
  });
}

type Heirs = ReadonlyMap<string, TerraformRoot | undefined>;

/** The root of which another goes on with the state: the same state, or one that moves as a whole. */
const heirOf = (to: TerraformRoot, former: readonly TerraformRoot[], transfers: readonly Transfer[]) =>
  former.find((from) => from.environment === to.environment && isSame(from, to)) ??
  transfers.find((one) => one.to.name === to.name && !one.addresses)?.from;

/** Whether something comes into the state that a root has already. */
const isTaken = (root: TerraformRoot, heirs: Heirs, transfers: readonly Transfer[]) =>
  transfers.some(({ to }) => heirs.get(to.name)?.name === root.name);

/** Whether the state of a root is another than before. */
const isTouched = (to: TerraformRoot, heir: TerraformRoot | undefined, transfers: readonly Transfer[]) =>
  transfers.some(
    (one) => one.to.name === to.name || (heir !== undefined && one.from.name === heir.name && one.addresses),
  );

const foldersOf = (roots: readonly TerraformRoot[]) => [...new Set(roots.map(({ folder }) => shellWord(folder)))];

const placeOf = ({ folder, workspace = "" }: TerraformRoot) => ({
  folder: shellWord(folder),
  workspace: shellWord(workspace),
});

/** Names of roots have a `/`, but no `.`. */
function fileNamed(when: string, name: string): string;
function fileNamed(when: string, name: string | undefined): string | undefined;
function fileNamed(when: string, name: string | undefined): string | undefined {
  return name && `${when}.${name.replaceAll("/", ".")}.tfstate`;
}
