import type { Module } from "../module";
import { object } from "../schema";
import type { LocatedEntry, LocatedMap } from "../source";
import { Mention } from "./mention";
import type { Permission } from "./project";
import { type Report, readChecked } from "./reading";
import { permissionsSchema } from "./uses";
import { warnOfWildcards } from "./wildcards";

const wrapped = object({ permissions: permissionsSchema });

/** Reads the `permissions` of a component. */
export function readPermissions(
  module: Module,
  entry: LocatedEntry | undefined,
  report: Report,
): readonly Permission[] {
  if (!entry) return [];
  if (!module.receives?.statements) {
    report.add(entry.key, `${module.name} takes no permissions`, "`permissions` belongs to what runs code");
    return [];
  }
  const tree: LocatedMap = { kind: "map", entries: new Map([["permissions", entry]]), location: entry.key };
  const { value, diagnostics } = readChecked(wrapped, tree, entry.key);
  report.diagnostics.push(...diagnostics);
  const { permissions } = value as { permissions: Permission[] };
  if (diagnostics.length > 0 || !permissions.every((one) => isPlain(one, report))) return [];
  warnOfWildcards(permissions, tree, report);
  return permissions;
}

/** Actions are known words; all else may hold references. */
function isPlain({ actions }: Permission, report: Report): boolean {
  const mentions = [actions as readonly unknown[]].flat().filter((action) => action instanceof Mention);
  for (const { text, location } of mentions as readonly Mention[])
    report.add(location, `an action cannot hold a reference, got ${text}`, "write the action itself: dynamodb:GetItem");
  return mentions.length === 0;
}
