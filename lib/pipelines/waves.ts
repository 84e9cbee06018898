import type { TerraformRoot } from "../render";

/** Roots of one environment that may be applied at the same time. */
export interface Wave {
  readonly environment: string;
  /** From 1, within the environment. */
  readonly number: number;
  readonly roots: readonly TerraformRoot[];
}

/** The roots in waves: a root is in the one after the last of those that it needs, and environments follow one another. */
export function wavesOf(roots: readonly TerraformRoot[]): readonly Wave[] {
  const depths = depthsOf(roots);
  const depth = ({ name }: TerraformRoot) => depths.get(name) ?? 0;
  const environments = [...new Set(roots.map(({ environment }) => environment))];
  return environments.flatMap((environment) => {
    const own = roots.filter((root) => root.environment === environment);
    const numbers = [...new Set(own.map(depth))].sort((a, b) => a - b);
    return numbers.map((number) => ({ environment, number, roots: own.filter((root) => depth(root) === number) }));
  });
}

/** How many roots at least are applied one after another up to each, by name; there are no circles. */
function depthsOf(roots: readonly TerraformRoot[]): ReadonlyMap<string, number> {
  const byName = new Map(roots.map((root) => [root.name, root]));
  const depths = new Map<string, number>();
  const depthOf = (name: string): number => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    const depth = 1 + Math.max(0, ...(byName.get(name)?.after ?? []).map(depthOf));
    depths.set(name, depth);
    return depth;
  };
  for (const { name } of roots) depthOf(name);
  return depths;
}

/** Items in groups of at most `size`. */
export const groupsOf = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

/**
 * Jobs by name for roots that one matrix may not hold: `dev_1`, or `dev_1_1`, `dev_1_2`, …
 * @param join what stands before a number, and in no name of an environment
 */
export function jobsOf<T>(
  { name, roots, most, join }: Matrices,
  job: (roots: readonly TerraformRoot[]) => T,
): readonly [name: string, job: T][] {
  const groups = groupsOf(roots, most);
  return groups.map((group, i) => [groups.length === 1 ? name : `${name}${join}${i + 1}`, job(group)]);
}

interface Matrices {
  readonly name: string;
  readonly roots: readonly TerraformRoot[];
  /** How many jobs a matrix may have. */
  readonly most: number;
  readonly join: string;
}
