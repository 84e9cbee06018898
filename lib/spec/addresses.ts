import { Address } from "../module";
import { isRecord, type Schema } from "../schema";
import { specSchema } from "./component";
import { didYouMean } from "./did-you-mean";
import type { Component } from "./project";
import type { Report } from "./reading";
import { unknownComponent } from "./resolution";

type End = Pick<Component, "address" | "module">;
type Known<C extends End = End> = ReadonlyMap<string, C>;

/** The components that an address or a pattern names. */
export function named<C extends End>(address: Address, from: string, known: Known<C>): readonly C[] {
  const exact = known.get(address.text);
  if (!address.text.includes("*")) return exact ? [exact] : [];
  return [...known.values()].filter((one) => one.address !== from && address.matches(one.address));
}

/** Checks every address in what a component says, in all its environments; whether they are sound. */
export function checkAddresses(from: End & Pick<Component, "said">, known: Known, report: Report): boolean {
  const all = Object.values(from.said).flatMap((said) => [...addressesIn(said, specSchema(from.module))]);
  // What several environments share stands at one place.
  const placed = new Map(all.map((one) => [one.address.location, one]));
  return [...placed.values()].map((one) => isSound(from, one, known, report)).every(Boolean);
}

interface Placed {
  readonly address: Address;
  readonly kind: NonNullable<Schema["component"]>;
}

function* addressesIn(value: unknown, schema: Schema | undefined): Generator<Placed> {
  if (value instanceof Address) yield { address: value, kind: schema?.component ?? {} };
  else if (Array.isArray(value)) for (const item of value) yield* addressesIn(item, schema?.items);
  else if (isRecord(value))
    for (const [key, item] of Object.entries(value))
      yield* addressesIn(item, schema?.properties?.[key] ?? schema?.additionalProperties);
}

function isSound(from: End, { address, kind }: Placed, known: Known, report: Report): boolean {
  const { text, location } = address;
  const refuse = (message: string, help: string) => {
    report.add(location, message, help);
    return false;
  };
  if (text.includes("${"))
    return refuse("a component is named by its address, not by a reference", "such as orders.table");
  if (kind.isPart) return true;
  if (text === from.address) return refuse(`${text} cannot name itself`, "name another component");
  if (!text.includes("*")) return isOne(address, kind.modules ?? [], known, report);
  if (!kind.isPattern)
    return refuse(`"${text}" names several components, where one is wanted`, "write its whole address");
  if (named(address, from.address, known).length > 0) return true;
  return refuse(`no component matches "${text}"`, didYouMean("components", text, [...known.keys()]));
}

function isOne({ text, location }: Address, modules: readonly string[], known: Known, report: Report): boolean {
  const found = known.get(text);
  if (!found) {
    unknownComponent(text, location, known, report);
  } else if (modules.length > 0 && !modules.includes(found.module.name)) {
    const message = `${text} is a component of ${found.module.name}, where one of ${modules.join(" or ")} is wanted`;
    report.add(location, message, possible(modules, known));
    return false;
  }
  return found !== undefined;
}

function possible(modules: readonly string[], known: Known): string {
  const fitting = [...known.values()].filter(({ module }) => modules.includes(module.name));
  return fitting.length === 0 ? "there is none" : `possible: ${fitting.map(({ address }) => address).join(", ")}`;
}
