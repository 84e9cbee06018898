import type { Diagnostic, Location } from "../diagnostic";
import type { Module } from "../module";
import type { LocatedMap } from "../source";
import { takeAtDeploy } from "./at-deploy";
import { takeCode } from "./code";
import { specSchema } from "./component";
import type { Context } from "./context";
import type { Value, Values } from "./project";
import { readChecked } from "./reading";
import { together } from "./together";

/** What a component says in each of its environments, and whether that is sound. */
export interface InEach {
  readonly said: Readonly<Record<string, Values>>;
  readonly isSound: boolean;
}

/** What is written of a component in one environment. */
export interface Written {
  /** The module of which inputs are given. */
  readonly module: Module;
  /** What is to blame for an input that is missing. */
  readonly whole: Location;
  readonly tree: LocatedMap;
}

/** What a component says in each of its environments; what is wrong with it is reported. */
export function readInEach(
  context: Context,
  environments: readonly string[],
  written: (environment: string) => Written,
): InEach {
  const found = environments.map((name) => ({ name, ...readOne(context, written(name)) }));
  const diagnostics = together(new Map(found.map((one) => [one.name, one.diagnostics])));
  context.report.diagnostics.push(...diagnostics);
  return {
    said: Object.fromEntries(found.map(({ name, values }) => [name, values])),
    isSound: diagnostics.length === 0,
  };
}

interface One {
  readonly values: Values;
  readonly diagnostics: readonly Diagnostic[];
}

function readOne({ root }: Context, { module, whole, tree }: Written): One {
  const told = takeAtDeploy(module, tree);
  const { code, rest, diagnostics } = takeCode(module, told.rest, root);
  const read = readChecked(specSchema(module), rest, whole, { ...code, ...told.values });
  const all = [...told.diagnostics, ...diagnostics, ...read.diagnostics];
  return { values: read.value as Record<string, Value>, diagnostics: all };
}
