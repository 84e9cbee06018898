import { expr, type Part, reference, template } from "../expression";
import { CodeFolder, type Value } from "../spec";
import type { Translation } from "./values";
import type { ByEnvironment, Varied } from "./vary";

/** The argument for a code folder: the path of its package beside the composition, or its hash. */
export const codeArgument = (key: string, value: Value | undefined, translation: Translation): Part | undefined => {
  if (!(value instanceof CodeFolder)) return undefined;
  const { name, hash } = translation.artifact(value);
  return key === "filename" ? template([reference("path.module"), packagesFrom(translation), name]) : hash;
};

/** The folder of packages, from the composition. */
const packagesFrom = ({ up }: Translation) => `/${up}.artifacts/`;

/** A package whose code differs: the environment names the file, the composition knows where it lies. */
export function varyCode(key: string, values: ByEnvironment, place: string, translation: Translation): Varied {
  const file = (value: Value | undefined) =>
    value instanceof CodeFolder ? translation.artifact(value)[key === "filename" ? "name" : "hash"] : undefined;
  const chosen = new Map([...values].map(([environment, value]) => [environment, file(value)]));
  const names = [...chosen.values()];
  if (names[0] !== undefined && names.every((name) => name === names[0]))
    return { argument: codeArgument(key, [...values.values()][0], translation) as Part };
  const sparse = names.includes(undefined);
  const type = sparse ? "optional(string)" : "string";
  return {
    argument: key === "filename" ? pathOf(place, sparse, translation) : reference(place),
    type,
    values: chosen,
    sparse,
  };
}

function pathOf(place: string, sparse: boolean, translation: Translation): Part {
  const file = template([reference("path.module"), packagesFrom(translation), reference(place)]);
  return sparse ? expr`${reference(place)} == null ? null : ${file}` : file;
}
