import type { Location } from "../diagnostic";
import type { Module } from "../module";
import { type Fields, object, type Schema } from "../schema";
import type { LocatedMap } from "../source";
import { corrected, didYouMean, nearest } from "./did-you-mean";
import type { Report } from "./reading";
import { reservedWords } from "./words";

const schemas = new WeakMap<Module, Schema>();

/** The inputs that an author may write: all but the AWS name, which is the reserved word `name`. */
export function specSchema(module: Module): Schema {
  const known = schemas.get(module);
  if (known) return known;
  const { [module.naming.input]: _, ...fields } = module.inputs.properties;
  const rules = module.inputs.rules?.filter(({ paths }) => !paths.includes(module.naming.input)) ?? [];
  const made = object(fields as Fields, { rules });
  schemas.set(module, made);
  return made;
}

/** The inputs among what is written of a component; what its module does not know is reported. */
export function knownInputs(module: Module, tree: LocatedMap, report: Report): LocatedMap {
  const inputs = Object.keys(specSchema(module).properties ?? {});
  return corrected(tree, inputs, (name, key) => {
    const isName = name === module.naming.input;
    const help = isName
      ? "the AWS name of a component is its `name`"
      : didYouMean("inputs", name, inputs, reservedWords);
    report.add(key, `${module.name} has no input ${name}`, help);
    return isName ? undefined : nearest(name, [...inputs, ...reservedWords]);
  });
}

/** Reports a module that does not exist. */
export function unknownModule(name: string, place: Location, registry: ReadonlyMap<string, Module>, report: Report) {
  report.add(place, `there is no module "${name}"`, didYouMean("modules", name, [...registry.keys()]));
}
