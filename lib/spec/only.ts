import type { Location } from "../diagnostic";
import type { LocatedEntry } from "../source";
import type { Context } from "./context";
import { didYouMean } from "./did-you-mean";

/** The environments that have a component: those of its `only`, in the order of the spec, or all. */
export function readOnly(context: Context, entry: LocatedEntry | undefined): readonly string[] {
  const all = context.environments.map(({ name }) => name);
  if (!entry) return all;
  const { value } = entry;
  if (value.kind !== "list" || value.items.length === 0) {
    context.report.add(value.location, "`only` must be a list of environments", `such as [${all.at(-1)}]`);
    return all;
  }
  const named = value.items.map((item) =>
    item.kind === "scalar" ? knownEnvironment(context, item.text, item.location) : undefined,
  );
  return all.filter((name) => named.includes(name));
}

/** The name of an environment; undefined, and reported, where there is none of that name. */
export function knownEnvironment(
  context: Pick<Context, "environments" | "report">,
  name: string,
  location: Location,
): string | undefined {
  const all = context.environments.map((environment) => environment.name);
  if (all.includes(name)) return name;
  context.report.add(location, `there is no environment "${name}"`, didYouMean("environments", name, all));
  return undefined;
}
