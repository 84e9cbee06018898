import type { Diagnostic } from "../diagnostic";

/** What is wrong in several environments as one list: once where it is the same, and where not in all, saying in which. */
export function together(found: ReadonlyMap<string, readonly Diagnostic[]>): Diagnostic[] {
  const groups = new Map<string, { readonly diagnostic: Diagnostic; readonly environments: string[] }>();
  for (const [environment, diagnostics] of found) {
    for (const diagnostic of diagnostics) {
      const identity = identityOf(diagnostic);
      const group = groups.get(identity) ?? { diagnostic, environments: [] };
      groups.set(identity, group);
      if (!group.environments.includes(environment)) group.environments.push(environment);
    }
  }
  return [...groups.values()].map(({ diagnostic, environments }) =>
    environments.length === found.size
      ? diagnostic
      : { ...diagnostic, message: `${diagnostic.message} (in ${environments.join(", ")})` },
  );
}

const identityOf = ({ message, location }: Diagnostic) => JSON.stringify([message, location?.file, location?.start]);

/** What is wrong in every environment, once. */
export function everywhere(found: ReadonlyMap<string, readonly Diagnostic[]>): readonly Diagnostic[] {
  const [first = [], ...others] = [...found.values()];
  const isIn = (diagnostics: readonly Diagnostic[], one: Diagnostic) =>
    diagnostics.some((other) => identityOf(other) === identityOf(one));
  return first.filter((one) => others.every((diagnostics) => isIn(diagnostics, one)));
}
