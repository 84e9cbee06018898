import type { LocatedEntry, LocatedMap } from "../source";
import { choicesOf } from "./choices";
import { knownInputs, unknownModule } from "./component";
import type { Context } from "./context";
import type { Defaults } from "./layered";
import { withTexts } from "./texts";

/** Reads `defaults`, of the project or of a service: inputs by module. */
export function readDefaults(context: Context, entry: LocatedEntry | undefined): Defaults {
  const { registry, report } = context;
  const found = new Map<string, LocatedMap>();
  if (!entry) return found;
  if (entry.value.kind !== "map") {
    report.add(entry.value.location, "`defaults` must be a mapping", "under the name of each module, write its inputs");
    return found;
  }
  for (const [name, { key, value }] of entry.value.entries) {
    const { module, isMade } = choicesOf(registry).get(name) ?? {};
    const help = "write one `input: value` on each line";
    if (!module) unknownModule(name, key, registry, report);
    else if (!isMade) report.add(key, `${name} makes nothing yet, so that it has no defaults`, "remove it");
    else if (value.kind !== "map")
      report.add(value.location, `the defaults of ${name} must be a mapping of inputs`, help);
    else found.set(name, withTexts(context, module, knownInputs(module, value, report)));
  }
  return found;
}
