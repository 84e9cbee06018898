import type { Located, LocatedMap } from "../../source";
import { didYouMean } from "../did-you-mean";
import type { Report } from "../reading";
import { scopeHelp } from "../words";
import type { Parameters } from "./parameters";
import { parameterOf, referencesIn, type Standing } from "./references";
import { isAmong } from "./self";
import { without } from "./vary";

/** Checks what a pattern refers to of its own, and that it takes all its parameters; whether that is sound. */
export function areReferencesSound(
  pattern: string,
  parameters: Parameters,
  components: LocatedMap,
  report: Report,
): boolean {
  const before = report.diagnostics.length;
  const within = { pattern, parameters, components, report };
  const all = [...components.entries.values()].flatMap(({ value }) => [...checked(value, within)]);
  const taken = new Set(all.flatMap(({ path }) => parameterOf(path) ?? []));
  for (const [name, { key }] of parameters)
    if (!taken.has(name)) report.add(key, `pattern ${pattern} does not use its parameter ${name}`, "remove it");
  return report.diagnostics.length === before;
}

interface Within {
  readonly pattern: string;
  readonly parameters: Parameters;
  readonly components: LocatedMap;
  readonly report: Report;
}

/** The references of a component, each checked. */
function checked(body: Located, within: Within): readonly Standing[] {
  const repeated = body.kind === "map" ? body.entries.get("for_each")?.value : undefined;
  const rest = body.kind === "map" && repeated ? without(body, "for_each") : body;
  const [outer, inner] = [repeated ? [...referencesIn(repeated)] : [], [...referencesIn(rest)]];
  for (const one of outer) check(one, false, within);
  for (const one of inner) check(one, repeated !== undefined, within);
  return [...outer, ...inner];
}

function check({ path, location }: Standing, isRepeated: boolean, { pattern, parameters, components, report }: Within) {
  const [first, name = ""] = path.segments;
  const refuse = (help: string) => report.add(location, `\${${path.text}} refers to nothing`, help);
  if (first === "parameter" && !parameters.has(name))
    refuse(didYouMean(`parameters of ${pattern}`, name, [...parameters.keys()]));
  else if (first === "self" && !isAmong(components, name))
    refuse(didYouMean(`components of ${pattern}`, name, [...components.entries.keys()]));
  else if (first === "each" && !isRepeated) refuse(scopeHelp("each") as string);
}
