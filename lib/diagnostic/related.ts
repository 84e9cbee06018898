import type { Diagnostic, Location, Related, Via } from "./diagnostic";

/** The steps by which something came to where it counts, from the nearest to the farthest. */
export function stepsTo({ via }: Location): readonly Via[] {
  return via ? [via, ...stepsTo(via.location)] : [];
}

/** A diagnostic without what differs from use to use of what is written once. */
export function alike({ message, location }: Diagnostic): string {
  const names = location ? stepsTo(location).flatMap(({ name }) => name ?? []) : [];
  const text = names.reduce((rest, name) => rest.replaceAll(inAnySpelling(name), "…"), message);
  return JSON.stringify([location?.file, location?.start, text]);
}

/** An address as such, as a label, and as a part of the name of an environment variable. */
const inAnySpelling = (name: string) =>
  new RegExp(`(?<![a-z0-9])${name.replaceAll(/\W|_/g, "[^a-z0-9]")}(?![a-z0-9])`, "gi");

/** Diagnostics that are alike as one, with the places that have to do with any of them. */
export function merged(diagnostics: readonly Diagnostic[]): Diagnostic {
  const { related: _, ...first } = diagnostics[0] as Diagnostic;
  const places = diagnostics.flatMap(relatedTo);
  const distinct = new Map(places.map((place) => [identityOf(place), place]));
  return distinct.size === 0 ? first : { ...first, related: [...distinct.values()] };
}

const relatedTo = ({ location, related = [] }: Diagnostic): readonly Related[] => [
  ...related,
  ...(location ? stepsTo(location) : []).map((step) => ({ message: step.message, location: step.location })),
];

const identityOf = ({ message, location }: Related) => JSON.stringify([message, location.file, location.start]);
