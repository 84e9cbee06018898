import { rm, rmdir } from "node:fs/promises";
import path from "node:path";
import { type Artifact, compose, type Stack } from "../compose";
import { type Sources, UserError } from "../diagnostic";
import { parseInventory, readInventory, transfersOf } from "../migrate";
import { type Package, packageFolder, previewPackage, removeStale } from "../package";
import { pipelineFiles } from "../pipelines";
import { bootstrapOf, renderTree } from "../render";
import { loadProject, type Project } from "../spec";
import { type Changes, compare, write } from "../write";
import { type Pack, packagesOf } from "./packages";
import { bootstrapReadmes, readmeOf } from "./readme";
import type { Toolbox } from "./toolbox";
import { vanished } from "./vanished";

export interface SynthOptions {
  /** Path of the spec. */
  readonly spec: string;
  /** The folder to write. */
  readonly out: string;
  readonly sources: Sources;
  /** Render the modules that nothing uses as well. */
  readonly allModules?: boolean;
  /** Overwrite files that we did not write or that were edited since. */
  readonly force?: boolean;
  /** Write the tree although states are elsewhere in it: they have been moved, or there are none yet. */
  readonly statesMoved?: boolean;
}

/** What a spec renders to, held against what is there. */
export interface Synthesis {
  readonly project: Project;
  readonly stacks: readonly Stack[];
  readonly tree: ReadonlyMap<string, string>;
  readonly changes: Changes;
}

/**
 * Renders a spec and compares the result with the output folder; writes nothing.
 * @throws UserError with everything that is wrong in the spec.
 */
export const inspect = (options: SynthOptions, toolbox: Toolbox): Promise<Synthesis> =>
  synthesise(options, toolbox, previewPackage);

/**
 * Renders a spec into the output folder, packages of code included.
 * @throws UserError with everything that is wrong in the spec, or with every file that may not be overwritten: nothing is written then.
 */
export async function synth(options: SynthOptions, toolbox: Toolbox): Promise<Synthesis> {
  const packages: Package[] = [];
  try {
    const synthesis = await synthesise(options, toolbox, async (source) => {
      const found = await packageFolder(source);
      packages.push(found);
      return found;
    });
    if (!options.statesMoved) await checkStates(options.out, synthesis);
    await write(options.out, synthesis.tree, synthesis.changes);
    await removeStale(artifactsIn(options), new Set(packages.map(({ file }) => file)));
    return synthesis;
  } catch (error) {
    await withdraw(packages, options.out);
    throw error;
  }
}

/** @throws UserError where the tree that is there has states elsewhere. */
async function checkStates(out: string, { project, tree }: Synthesis): Promise<void> {
  const before = await readInventory(out);
  const transfers = before ? transfersOf(project, before, parseInventory(tree.get("roots.json") ?? "")) : [];
  const [first] = transfers;
  if (!first) return;
  const roots = [...new Set(transfers.map(({ from }) => from.name))].join(", ");
  throw new UserError([
    {
      message: `the states of ${roots} would be elsewhere, or what is in them`,
      help: "groundplan migrate prints the steps that move them; where nothing has been applied yet: synth --states-moved",
    },
  ]);
}

const artifactsIn = ({ out }: Pick<SynthOptions, "out">) => path.join(out, ".artifacts");

/** Removes packages that were just made, and their folders if nothing else is in them. */
async function withdraw(packages: readonly Package[], out: string): Promise<void> {
  const made = packages.filter(({ reused }) => !reused);
  await Promise.all(made.map(({ file }) => rm(file, { force: true })));
  for (const folder of made.length > 0 ? [artifactsIn({ out }), out] : []) await rmdir(folder).catch(() => {});
}

async function synthesise(options: SynthOptions, toolbox: Toolbox, pack: Pack): Promise<Synthesis> {
  const project = loadProject({ file: options.spec, sources: options.sources, ...toolbox });
  // What is wrong in the spec must show before anything is packaged.
  compose(project, () => ({ name: "", hash: "" }));
  const before = await readInventory(options.out);
  const questions = vanished(before?.components ?? new Map(), project);
  if (questions.length > 0) throw new UserError(questions);
  const artifacts = await packagesOf(project, artifactsIn(options), pack);
  const stacks = compose(project, ({ folder }) => artifacts.get(folder) as Artifact);
  const modules = await modulesOf(stacks, options.allModules ?? false, toolbox);
  const tree = new Map([
    ...renderTree(stacks, modules, readmeOf(project, stacks, toolbox.template)),
    ...bootstrapReadmes(project, toolbox.template),
    ...pipelineFiles(project, stacks, { hasCode: artifacts.size > 0, template: toolbox.template }),
  ]);
  const changes = await compare(options.out, tree, { force: options.force ?? false });
  return { project, stacks, tree, changes };
}

async function modulesOf(stacks: readonly Stack[], all: boolean, { registry, moduleFiles }: Toolbox) {
  const used = new Set([
    ...stacks.flatMap(({ calls }) => calls.map(({ module }) => module.name)),
    ...stacks.flatMap(({ publishing }) => publishing?.module ?? []),
    ...stacks.flatMap(({ project }) => bootstrapOf(project)?.module ?? []),
  ]);
  const names = [...registry.keys()].filter((name) => all || used.has(name)).sort();
  return new Map(await Promise.all(names.map(async (name) => [name, await moduleFiles(name)] as const)));
}
