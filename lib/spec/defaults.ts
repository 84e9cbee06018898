import type { LocatedEntry, LocatedMap } from "../source";
import { knownInputs, unknownModule } from "./component";
import type { Context } from "./context";
import type { Defaults } from "./layered";

/** Reads `defaults`, of the project or of a service: inputs by module. */
export function readDefaults({ registry, report }: Context, entry: LocatedEntry | undefined): Defaults {
  const found = new Map<string, LocatedMap>();
  if (!entry) return found;
  if (entry.value.kind !== "map") {
    report.add(entry.value.location, "`defaults` must be a mapping", "under the name of each module, write its inputs");
    return found;
  }
  for (const [name, { key, value }] of entry.value.entries) {
    const module = registry.get(name);
    const help = "write one `input: value` on each line";
    if (!module) unknownModule(name, key, registry, report);
    else if (value.kind !== "map")
      report.add(value.location, `the defaults of ${name} must be a mapping of inputs`, help);
    else found.set(name, knownInputs(module, value, report));
  }
  return found;
}
