import type { Cloud } from "../cloud";
import { type Sources, UserError } from "../diagnostic";
import type { Module } from "../module";
import { withStatics } from "./circles";
import type { Context, Profile } from "./context";
import { checkCycles } from "./cycles";
import { readEnvironments } from "./environments";
import { type As, renamed } from "./ephemeral";
import { expand } from "./expand";
import { readExports } from "./exports";
import { readFiles } from "./files";
import { checkMentions } from "./mentions";
import { checkMoves, readMoves } from "./moves";
import { readPipelines } from "./pipelines";
import type { Project } from "./project";
import { Providers } from "./providers";
import { Report } from "./reading";
import { checkTriggers } from "./runners";
import { readServices } from "./services";
import { readEnvelope } from "./settings";
import { checkStates } from "./states";
import { checkUnique } from "./unique";
import { checkVariables } from "./wiring";

export interface SpecOptions {
  /** Path of the spec's main file. */
  readonly file: string;
  readonly cloud: Cloud;
  readonly registry: ReadonlyMap<string, Module>;
  readonly profiles: Readonly<Record<string, Profile>>;
  /** Texts in the place of those of files, by path from the folder of the spec. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Receives the text of every file read, for messages. */
  readonly sources: Sources;
  /** Other names for ephemeral environments. */
  readonly as?: As;
}

/**
 * Reads a spec and everything that it includes.
 * @throws UserError with all that is wrong in it.
 */
export function loadProject({ file, cloud, registry, profiles, sources, texts, as = {} }: SpecOptions): Project {
  const report = new Report();
  const files = renamed(readFiles(file, sources, report, texts), as);
  const envelope = readEnvelope(cloud, files.main, report);
  const { name, layout, state, states, state_references, bootstrap, pipelines: _, ...settings } = envelope;
  const pipelines = readPipelines(cloud, envelope, files.main, report);
  const environments = readEnvironments(settings, cloud, files.main, profiles, report);
  const moves = readMoves(files.main.entries.get("moved"), report);
  const base = { cloud, project: name, root: files.root, registry, profiles, environments, moves, report };
  const context: Context = { ...base, providers: new Providers(base, files.main) };
  const components = withStatics(readServices(context, { ...files, services: expand(context, files) }));
  for (const component of components.values()) {
    checkMentions(component, { cloud, components, report });
    checkVariables(component, components, report);
  }
  const exports = readExports(context, files.exports, components);
  checkMoves(moves, { components, report });
  checkUnique(components.values(), report);
  checkCycles(components, report);
  checkStates({ name, layout, state, states, environments }, components, files, report);
  checkTriggers({ pipelines, states, components }, report);
  if (report.diagnostics.length > 0) throw new UserError(report.diagnostics);
  const { warnings } = report;
  const providers = context.providers.all;
  const stateReferences = state_references ?? "remote_state";
  const project = {
    cloud,
    name,
    layout,
    state,
    states,
    stateReferences,
    tags: settings.tags,
    ...(bootstrap && { bootstrap }),
    ...(pipelines && { pipelines }),
  };
  return { ...project, environments, providers, components, moves, exports, warnings };
}
