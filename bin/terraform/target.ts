import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Environment, inspect, type Stack, type Synthesis, suggest, toolbox, UserError } from "../../index";
import { rootsOf, type TerraformRoot } from "../../lib/render";
import { type Applied, findTerraform, isFresh, missingPackages, rootAt, type Terraform } from "../../lib/run";
import type { Session } from "../session";

/** Options of every command that runs Terraform. */
export interface RunFlags {
  readonly out: string;
  readonly stale?: boolean;
  readonly bin?: string;
}

/** Terraform in one root, and what was rendered for it. */
export interface Target {
  /** The name of the root. */
  readonly name: string;
  readonly environment: Environment;
  readonly terraform: Terraform;
  readonly applied: Applied;
}

/** A rendered project of which the output folder holds what the spec says. */
export interface Rendered {
  readonly synthesis: Synthesis;
  readonly out: string;
  readonly program: string;
}

/**
 * Reads the spec and finds Terraform.
 * @throws UserError where the output folder is not what the spec renders to, unless that is said to be fine.
 */
export async function rendered(session: Session, flags: RunFlags): Promise<Rendered> {
  const { spec, sources, io } = session;
  const out = path.resolve(io.cwd, flags.out);
  const synthesis = await inspect({ spec, sources, out }, toolbox);
  if (!flags.stale) checkFresh(session, flags, synthesis, out);
  return { synthesis, out, program: findTerraform(flags.bin, io.env, io.cwd) };
}

function checkFresh(session: Session, flags: RunFlags, synthesis: Synthesis, out: string): void {
  const help = "run groundplan synth, or take what is there: --stale";
  const spec = session.fromHere(session.spec);
  if (!isFresh(synthesis)) {
    const message = `${flags.out} is not what ${spec} renders to; groundplan diff shows where`;
    throw new UserError([{ message, help }]);
  }
  const [missing] = missingPackages(synthesis, out);
  if (missing !== undefined)
    throw new UserError([{ message: `the package ${path.join(flags.out, missing)} is not there`, help }]);
}

/** @throws UserError where the project has no such root. */
export function rootNamed(name: string, { synthesis }: Rendered): TerraformRoot {
  const roots = rootsOf(synthesis.stacks);
  const found = roots.find((one) => one.name === name);
  if (found) return found;
  const inside = roots.filter(({ environment }) => environment === name).map((one) => one.name);
  if (inside.length === 0 && !name.includes("/")) environmentOf(name, synthesis.project.environments);
  const isMany = inside.length > 0;
  const message = isMany ? `each service of ${name} has a state of its own` : `there is no root ${name}`;
  const help = `name one of ${(isMany ? inside : roots.map((one) => one.name)).join(", ")}`;
  throw new UserError([{ message, help }]);
}

/** The roots of an environment, or the one of that name. */
export function rootsNamed(name: string, made: Rendered): readonly TerraformRoot[] {
  const inside = rootsOf(made.synthesis.stacks).filter(({ environment }) => environment === name);
  return inside.length > 0 ? inside : [rootNamed(name, made)];
}

/** @throws UserError where the project has no such environment. */
export function environmentOf(name: string, environments: readonly Environment[]): Environment {
  const found = environments.find((one) => one.name === name);
  if (found) return found;
  const names = environments.map((one) => one.name);
  const near = suggest(name, names);
  const help = near ? `did you mean ${near}?` : `environments are ${names.join(", ")}`;
  throw new UserError([{ message: `there is no environment ${name}`, help }]);
}

export function targetOf({ synthesis, out, program }: Rendered, place: TerraformRoot, session: Session): Target {
  const { project, stacks, tree } = synthesis;
  const { stdout, stderr, env, ask } = session.io;
  const root = rootAt(place, out);
  if (!existsSync(root.folder))
    throw new UserError([{ message: `there is no folder ${root.folder}`, help: "run groundplan synth" }]);
  return {
    name: place.name,
    environment: environmentOf(place.environment, project.environments),
    terraform: { program, root, env, isInteractive: ask !== undefined, stdout, stderr },
    applied: {
      stack: stacks.find(({ service }) => service === place.service) as Stack,
      environment: place.environment,
      folder: path.relative(out, root.folder).replaceAll("\\", "/"),
      read: (file) => (tree.has(file) ? textOf(path.join(out, file)) : undefined),
    },
  };
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
