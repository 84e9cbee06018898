import path from "node:path";
import { aws } from "../../clouds/aws";
import { type Location, Sources, toJson, UserError } from "../../lib/diagnostic";
import type { Module } from "../../lib/module";
import { type As, type Component, loadProject, type Profile, type Project } from "../../lib/spec";
import { echoes } from "../support/echo";
import { type Files, scratchFolder } from "../support/folder";

export interface Given {
  /** Files beside the spec. */
  readonly files?: Files;
  readonly profiles?: Readonly<Record<string, Profile>>;
  /** Other names for ephemeral environments. */
  readonly as?: As;
  /** Echoes if absent. */
  readonly registry?: ReadonlyMap<string, Module>;
}

const HEAD = "version: 1\nname: shop\nregion: us-east-1\nenvironments: { dev: {}, prod: {} }\n";

const withHead = (spec: string) => (/^version/m.test(spec) ? spec : HEAD + spec);

/** Loads a spec; one that says no `version` has the usual head. */
export async function load(
  spec: string,
  { files = {}, profiles = {}, registry = echoes, as = {} }: Given = {},
): Promise<Loaded> {
  const folder = await scratchFolder({ "groundplan.yaml": withHead(spec), ...files });
  const sources = new Sources();
  const file = path.join(folder, "groundplan.yaml");
  const project = loadProject({ file, cloud: aws, registry, profiles, sources, as });
  return new Loaded(project, sources, folder);
}

/** What is wrong with a spec, as `file:line:column message`. */
export async function problems(spec: string, given: Given = {}): Promise<string[]> {
  const folder = await scratchFolder({ "groundplan.yaml": withHead(spec), ...given.files });
  return problemsIn(folder, given);
}

/** What is wrong with the spec in a folder. */
export function problemsIn(folder: string, { profiles = {}, registry = echoes, as = {} }: Given = {}): string[] {
  const sources = new Sources();
  try {
    loadProject({ file: path.join(folder, "groundplan.yaml"), cloud: aws, registry, profiles, sources, as });
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return toJson(error.diagnostics, sources).map(
      ({ file, line, column, message }) => (file === undefined ? "" : `${file}:${line}:${column} `) + message,
    );
  }
}

/** A spec that was read, for tests that ask for small parts of it. */
export class Loaded {
  constructor(
    readonly project: Project,
    readonly sources: Sources,
    readonly folder: string,
  ) {}

  component(address: string): Component {
    const found = this.project.components.get(address);
    if (!found) throw new Error(`no component ${address}`);
    return found;
  }

  /** The values of a component in an environment. */
  values(address: string, environment: string) {
    return this.component(address).values[environment];
  }

  /** `file:line`. */
  place({ file, start }: Location): string {
    return `${file}:${this.sources.lineNumber(file, start)}`;
  }
}
