import type { Module } from "../module";
import { object } from "../schema";

/** What a spec can name as the module of a component. */
export interface Choice {
  /** What is known of its components, made or found; of one that makes nothing yet, all but inputs. */
  readonly module: Module;
  readonly isMade: boolean;
  /** What finds those that are there already, where it can be found. */
  readonly finder?: Module;
}

type Registry = ReadonlyMap<string, Module>;

const known = new WeakMap<Registry, ReadonlyMap<string, Choice>>();

/** The modules that a spec can name, by name: those of the same components as one. */
export function choicesOf(registry: Registry): ReadonlyMap<string, Choice> {
  const choices = known.get(registry) ?? madeFrom([...registry.values()]);
  known.set(registry, choices);
  return choices;
}

function madeFrom(modules: readonly Module[]): ReadonlyMap<string, Choice> {
  const names = [...new Set(modules.map(({ name, standsFor }) => standsFor ?? name))].sort();
  return new Map(
    names.map((name) => {
      const maker = modules.find((one) => one.name === name);
      const finder = modules.find(({ standsFor }) => standsFor === name);
      const module = maker ?? { ...(finder as Module), name, inputs: object({}) };
      return [name, { module, isMade: maker !== undefined, ...(finder && { finder }) }];
    }),
  );
}
