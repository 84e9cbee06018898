import { badKey, broken, constraints, ended, matches, type Shown, sizeOf } from "./constraints";
import { literal } from "./hcl";
import { type Message, say, template } from "./message";
import { entryPlace, memberPlace, type Place } from "./place";
import { ObjectHcl } from "./rules/object-hcl";

/** HCL lists of messages, one per offence, about a value and all that is inside it; none where nothing can be wrong. */
export function offences(place: Place): string[] {
  const lists = [...ofValue(place), ...ofKeys(place), ...ofMembers(place), ...ofEntries(place), ...ofRules(place)];
  if (!lists.length || place.null === "never") return lists;
  const nothing = place.null === "absent" ? "[]" : `[${template(say`${place.name} must not be null`)}]`;
  return [`${place.at} == null ? ${nothing} : ${all(lists)}`];
}

/** HCL lists as one. */
export const all = (lists: readonly string[]): string =>
  lists.length === 1 ? (lists[0] as string) : `concat(${lists.join(", ")})`;

function ofValue(place: Place): string[] {
  const tests = testsOf(place).map(([holds, message]) => `${holds} ? "" : ${template(message)}`);
  return tests.length ? [`compact([${tests.join(", ")}])`] : [];
}

/** The HCL conditions of a value that is not null, each with the message where it is false. */
export function testsOf({ schema, at, name }: Place): (readonly [holds: string, message: Message])[] {
  const shown: Shown = { value: { hcl: at }, size: { hcl: sizeOf(schema, at) } };
  const tests = constraints(schema).map((one) => [one.holds(at), broken(one, schema, name, shown)] as const);
  if (!schema.ended) return tests;
  const instead = { hcl: `lookup(${literal(schema.ended)}, ${at}, "")` };
  const isCurrent = `!contains(${literal(Object.keys(schema.ended))}, ${at})`;
  return [...tests, [isCurrent, ended(name, { hcl: at }, instead)]];
}

const KEY = { hcl: "key" };

const ofKeys = ({ schema, at, name }: Place): string[] =>
  schema.keys === undefined
    ? []
    : [`[for key in keys(${at}) : ${template(badKey(schema, name, KEY))} if !${matches(schema.keys, KEY.hcl)}]`];

const ofMembers = (place: Place): string[] =>
  Object.entries(place.schema.properties ?? {}).flatMap(([key, member]) => offences(memberPlace(place, key, member)));

function ofEntries(place: Place): string[] {
  const entry = place.schema.items ?? place.schema.additionalProperties;
  if (!entry) return [];
  const { place: inner, head } = entryPlace(place, entry);
  const lists = offences(inner);
  return lists.length ? [`flatten([${head} : ${all(lists)}])`] : [];
}

/** HCL lists of messages about what breaks the rules of an object. */
export const ofRules = (place: Place, rules = place.schema.rules ?? []): string[] =>
  rules.map((rule) => rule.terraform(new ObjectHcl(place)));
