import type { Cloud } from "../cloud";
import type { Located, LocatedEntry, LocatedMap, LocatedScalar } from "../source";
import { didYouMean } from "./did-you-mean";
import { Mention, mentionIn, type Path } from "./mention";
import type { Environment } from "./project";
import type { Report } from "./reading";
import { scopeHelp } from "./words";

/** References that need no component: the environment, the project's name, and settings of the cloud. */
export const builtinsOf = ({ builtins }: Cloud): readonly string[] => ["environment", "name", ...Object.keys(builtins)];

/** What a built-in reference is in an environment; undefined where the spec does not know it. */
const builtinValue = (name: string, project: string, { name: own, settings }: Environment): string | undefined =>
  ({ ...settings, environment: own, name: project })[name];

/** A text with its built-ins filled in; undefined where something else in it is known to Terraform only. */
export function filledIn(text: string | Mention, project: string, environment: Environment): string | undefined {
  const parts = typeof text === "string" ? [text] : text.parts;
  const filled = parts.map((part) => {
    const value = typeof part === "string" ? part : builtinValue(part.text, project, environment);
    return typeof part === "string" || value === undefined ? value : standingAs(part, value);
  });
  return filled.includes(undefined) ? undefined : filled.join("");
}

function standingAs({ as }: Path, value: string): string {
  const json = JSON.stringify(value);
  return as === undefined ? value : as === "json" ? json : json.slice(1, -1);
}

/** Where the values of one environment are. */
export interface Place {
  readonly cloud: Cloud;
  readonly project: string;
  readonly environment: Environment;
  readonly report: Report;
}

/** Values of one environment: built-ins become what they are there, any other reference is refused. */
export function inEnvironment(tree: LocatedMap, place: Place): LocatedMap {
  const entries = [...tree.entries].map(([key, entry]): [string, LocatedEntry] => [
    key,
    { key: entry.key, value: fill(entry.value, place) },
  ]);
  return { ...tree, entries: new Map(entries) };
}

function fill(value: Located, place: Place): Located {
  if (value.kind === "map") return inEnvironment(value, place);
  return value.kind === "list"
    ? { ...value, items: value.items.map((item) => fill(item, place)) }
    : fillScalar(value, place);
}

/** Stands for what was refused: a reference that is always right, so that nothing else is said of it. */
const REFUSED = "${environment}";

function fillScalar(value: LocatedScalar, place: Place): Located {
  const mention = mentionIn(value.text, value.location);
  if (!(mention instanceof Mention)) return value;
  const text = filledIn(mention, place.project, place.environment);
  if (text !== undefined) return { ...value, text: text.replaceAll("${", () => "$${") };
  for (const path of mention.paths) refuse(path, mention, place);
  return { ...value, text: REFUSED };
}

function refuse(path: Path, { location }: Mention, { cloud, project, environment, report }: Place): void {
  const { name } = environment;
  if (builtinValue(path.text, project, environment) !== undefined) return;
  const inside = scopeHelp(path.text);
  if (inside) {
    report.add(location, `\${${path.text}} refers to nothing`, inside);
  } else if (path.segments.length > 1) {
    const help = "a reference belongs to the component itself, where it holds in every environment";
    report.add(location, `\${${path.text}} cannot be used in the values of one environment`, help);
  } else if (builtinsOf(cloud).includes(path.text)) {
    report.add(location, `the ${path.text} of ${name} is not known here`, `set environments.${name}.${path.text}`);
  } else {
    report.add(location, `\${${path.text}} refers to nothing`, didYouMean("built-ins", path.text, builtinsOf(cloud)));
  }
}
