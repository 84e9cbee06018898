import { type Component, type Export, linksOf, Mention, type Project, resolutionOf, servicesOf } from "../spec";

/** What becomes one stack: a service, or everything. */
export interface StackPart {
  readonly name: string;
  readonly service?: string;
  readonly folder: string;
  readonly components: readonly Component[];
  readonly exports: readonly Export[];
}

/** The way from a folder below the output folder up to that. */
export const upFrom = (folder: string): string => (folder === "" ? "" : "../".repeat(folder.split("/").length));

/** The parts of a project that have states of their own. */
export function partsOf(project: Project): readonly StackPart[] {
  const { components, exports, states } = project;
  if (states === "environment" || components.size === 0)
    return [{ name: "system", folder: "", components: [...components.values()], exports }];
  const services = servicesOf(components);
  const rank = ranksOf(project);
  const homes = new Map(exports.map((one) => [one, homeOf(one, project, rank)]));
  return [...services].map(([service, own]) => ({
    name: service,
    service,
    folder: `services/${service}`,
    components: own,
    exports: exports.filter((one) => homes.get(one) === service),
  }));
}

/** The service that gives an export: of those that it refers to, the last that is applied. */
function homeOf({ value }: Export, { components }: Project, ranks: ReadonlyMap<string, number>): string | undefined {
  const paths = value instanceof Mention ? value.paths : [];
  const services = paths.flatMap((path) => {
    const to = resolutionOf(path);
    return to?.kind === "output" ? (components.get(to.address)?.service ?? []) : [];
  });
  const all = services.length > 0 ? services : [...ranks.keys()];
  return all.reduce((a, b) => ((ranks.get(b) ?? 0) > (ranks.get(a) ?? 0) ? b : a));
}

/** Services by their place in an order in which each comes after all that it needs. */
function ranksOf({ components }: Project): ReadonlyMap<string, number> {
  const services = servicesOf(components);
  const ranks = new Map<string, number>();
  const visited = new Set<string>();
  for (const service of services.keys()) visit(service);
  return ranks;

  function visit(service: string): void {
    if (visited.has(service)) return;
    visited.add(service);
    for (const component of services.get(service) ?? [])
      for (const { to } of linksOf(component)) visit((components.get(to) as Component).service);
    ranks.set(service, ranks.size);
  }
}
