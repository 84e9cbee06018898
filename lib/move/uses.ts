import type { Located, LocatedEntry } from "../source";
import { type Project, variablesOf } from "../spec";
import { type Edit, inserting, replacing, type Texts, writtenAt } from "./edits";
import { newLine } from "./layout";
import type { Move } from "./request";
import { entriesOf, entryAt, type Trees } from "./trees";

/**
 * `uses` of a component by its other address. The environment variables that name it keep the names that code knows:
 * where the edge does not say them, it does so now.
 */
export function usesOf(
  { from, to, isRelabelled }: Move,
  project: Project,
  texts: Texts,
  trees: Trees,
): readonly Edit[] {
  const variables = isRelabelled ? variablesOf({ target: from }, project.components) : {};
  const env = Object.entries(variables).map(([name, output]) => `${name}: ${output}`);
  return [...trees.values()].flatMap((tree) =>
    [...usesIn(tree)].flatMap((uses) => {
      const entry = entryAt(uses.value, [from]);
      if (!entry) return [];
      const key = replacing(texts, entry.key, (written) => written.replace(from, to));
      return [...key, ...(env.length > 0 ? withVariables(entry, `env: { ${env.join(", ")} }`, texts) : [])];
    }),
  );
}

function withVariables({ value }: LocatedEntry, env: string, texts: Texts): readonly Edit[] {
  const { file, start } = value.location;
  if (value.kind === "scalar") return replacing(texts, value.location, (word) => `{ access: ${word}, ${env} }`);
  if (value.kind !== "map" || value.entries.has("env")) return [];
  const isFlow = writtenAt(texts, value.location).startsWith("{");
  if (isFlow) return [inserting(file, start + 1, ` ${env},`)];
  return [inserting(file, start, `${env}${newLine(texts.get(file) ?? "", start)}`)];
}

/** The `uses` of all components, those of patterns too. */
function* usesIn(tree: Located): Generator<LocatedEntry> {
  const services = entriesOf(entryAt(tree, ["services"])?.value).map(([, { value }]) => value);
  const patterns = entriesOf(entryAt(tree, ["patterns"])?.value).map(([, { value }]) => entryAt(value, ["components"]));
  for (const group of [...services, ...patterns.map((entry) => entry?.value)])
    for (const [, { value }] of entriesOf(group)) {
      const uses = entryAt(value, ["uses"]);
      if (uses) yield uses;
    }
}
