import type { LocatedEntry } from "../source";
import { atDeployOf } from "./at-deploy";
import type { Context } from "./context";
import { readDefaults } from "./defaults";
import { type Draft, readComponent, type Service } from "./draft";
import { readUses } from "./edges";
import type { Files } from "./files";
import { Beneath } from "./layered";
import { type Component, callsOf } from "./project";
import { worded } from "./wording";
import { nameHelp, namePattern } from "./words";

/** Reads the components of all services, by address, in the order of the spec. */
export function readServices(context: Context, { main, services }: Files): ReadonlyMap<string, Component> {
  const beneath = new Beneath(context, readDefaults(context, main.entries.get("defaults")));
  const drafts = [...services].flatMap(([name, entry]) => readService(context, beneath, name, entry));
  checkLabels(context, drafts);
  const known = new Map(drafts.map((draft) => [draft.address, draft]));
  return new Map(drafts.map((draft) => [draft.address, completed(draft, known, context)]));
}

function completed(draft: Draft, known: ReadonlyMap<string, Draft>, context: Context): Component {
  const { usesEntry, isSound: _, ...component } = draft;
  return {
    ...component,
    uses: readUses(draft, usesEntry, known, context.report),
    values: worded(draft, known, context),
  };
}

function readService(context: Context, beneath: Beneath, name: string, { key, value }: LocatedEntry): Draft[] {
  const { report } = context;
  if (!namePattern.test(name)) report.add(key, `the service name "${name}" is not allowed`, nameHelp);
  if (value.kind !== "map") {
    report.add(value.location, `service ${name} must be a mapping of components`, "write each under its name");
    report.skip(name);
    return [];
  }
  const service: Service = { name, defaults: readDefaults(context, value.entries.get("defaults")) };
  return [...value.entries].flatMap(([component, entry]) => {
    if (component === "defaults") return [];
    if (!namePattern.test(component))
      report.add(entry.key, `the component name "${component}" is not allowed`, nameHelp);
    const draft = readComponent(context, beneath, service, component, entry);
    if (!draft) report.skip(`${name}.${component}`);
    return draft ?? [];
  });
}

function checkLabels({ report, cloud }: Context, drafts: readonly Draft[]): void {
  const labels = new Map<string, Draft>();
  const labelsOf = (draft: Draft) => [
    ...callsOf(draft).map(({ label }) => label),
    ...atDeployOf({ ...draft, values: draft.said }).map(({ variable }) => variable),
  ];
  const labelled = drafts.flatMap((draft) => labelsOf(draft).map((label) => ({ label, draft })));
  for (const { label, draft } of labelled) {
    const { location, address } = draft;
    const other = labels.get(label);
    if (Object.hasOwn(cloud.settings, label)) {
      const message = `${address} becomes \`${label}\` in Terraform, which is a setting of environments`;
      report.add(location, message, "give it another name");
    }
    if (other) {
      const message = `${address} and ${other.address} both become \`${label}\` in Terraform`;
      report.add(location, message, "give one of them another name");
    }
    labels.set(label, draft);
  }
}
