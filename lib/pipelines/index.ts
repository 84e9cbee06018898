import type { Stack } from "../compose";
import { inFolder, rootsOf, terraformJson } from "../render";
import type { Project } from "../spec";
import { atlantis } from "./atlantis";
import { github } from "./github";
import { gitlab } from "./gitlab";
import { hcp } from "./hcp";
import type { Run } from "./run";
import { terragrunt } from "./terragrunt";

export interface PipelineOptions {
  /** Whether components have packages of code, which are in no repository. */
  readonly hasCode: boolean;
  /** The text of a template, by its path below `templates/`. */
  readonly template: (name: string) => string;
}

/** The files of what runs the roots of a project, by path below the output folder; none where the spec names no runner. */
export function pipelineFiles(
  project: Project,
  stacks: readonly Stack[],
  { hasCode, template }: PipelineOptions,
): [path: string, text: string][] {
  const { pipelines } = project;
  if (!pipelines) return [];
  const roots = rootsOf(stacks);
  const all: Run = { project, pipelines, roots, hasCode, sources: sourcesOf(stacks) };
  const run: Run = { ...all, roots: roots.filter(({ environment }) => pipelines.environments.includes(environment)) };
  const files = {
    github: () => [["pipelines/github.yml", github(run)]],
    gitlab: () => [["pipelines/gitlab.yml", gitlab(run)]],
    atlantis: () => [["pipelines/atlantis.yaml", atlantis(run)]],
    terragrunt: () => terragrunt(all, template("pipelines/terragrunt.hcl.hbs")),
    hcp: () => Object.entries(inFolder("pipelines/hcp", hcp(run))).map(([path, one]) => [path, terraformJson(one)]),
  } as const satisfies Record<string, () => unknown>;
  return pipelines.runners.flatMap((runner) => files[runner]() as [string, string][]);
}

/** The folders that the roots of each stack are made of beside their own: the composition and the modules that it calls. */
const sourcesOf = (stacks: readonly Stack[]): Run["sources"] =>
  new Map(
    stacks.flatMap((stack) => {
      const modules = [
        ...stack.calls.map(({ module }) => module.name),
        ...(stack.publishing ? [stack.publishing.module] : []),
      ];
      const called = [...new Set(modules)].sort().map((name) => `modules/${name}`);
      const composition = stack.project.layout === "workspaces" ? [] : [stack.folder || "."];
      return rootsOf([stack]).map(({ name }) => [name, [...composition, ...called]] as const);
    }),
  );
