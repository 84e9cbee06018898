import type { Diagnostic, Location } from "../diagnostic";
import type { Address, Neighbour, Surroundings, Watch } from "../module";
import { isRecord, withDefaults } from "../schema";
import { checkAddresses, named } from "./addresses";
import { plainSchema, specSchema } from "./component";
import type { Context } from "./context";
import type { Draft } from "./draft";
import { Mention, mentionIn } from "./mention";
import { CodeFolder, moduleIn, type Values } from "./project";
import { checkValues } from "./reading";
import { everywhere, together } from "./together";

type Drafts = ReadonlyMap<string, Draft>;
type InEach = Readonly<Record<string, Values>>;

/** The inputs of a component in each environment, for what it says there in the words of the spec. */
export function worded(draft: Draft, known: Drafts, context: Context): InEach {
  const { module, said, isSound } = draft;
  if (!module.wording && !module.pack) return said;
  const isClear = [checkAddresses(draft, known, context.report), isWrittenOut(draft, context)].every(Boolean);
  if (!module.wording || !isSound || !isClear)
    return inEach(said, (one, environment) => inputsAmong(draft, one, environment));
  const expansion = new Expansion(draft, known);
  const values = inEach(said, (one, environment) => expansion.in(environment, one));
  context.report.diagnostics.push(...everywhere(expansion.refused));
  checkExpanded(draft, values, context);
  return values;
}

const inEach = (said: InEach, made: (one: Values, environment: string) => Values): InEach =>
  Object.fromEntries(Object.entries(said).map(([environment, one]) => [environment, made(one, environment)]));

/** What is said in the words of the module alone. */
const inputsAmong = (draft: Draft, said: Values, environment: string): Values => {
  const { properties } = moduleIn(draft, environment).inputs;
  return Object.fromEntries(Object.entries(said).filter(([name]) => Object.hasOwn(properties, name)));
};

/** References stand for inputs; what is read by us must say what it says. */
function isWrittenOut({ module, said }: Draft, { report }: Context): boolean {
  const words = Object.keys(specSchema(module).properties ?? {});
  const own = words.filter((word) => !Object.hasOwn(module.inputs.properties, word));
  const reworded = Object.keys(module.wording?.fields ?? {});
  const mentions = Object.values(said).flatMap((one) => [
    ...own.flatMap((word) => mentionsIn(one[word])),
    ...reworded.flatMap((word) => (one[word] instanceof Mention ? [one[word]] : [])),
  ]);
  const places = new Map(mentions.map((mention) => [mention.location, mention]));
  for (const { location, text } of places.values())
    report.add(location, `${text} cannot stand here`, "write the value itself: it is needed before Terraform runs");
  return places.size === 0;
}

function mentionsIn(value: unknown): readonly Mention[] {
  if (value instanceof Mention) return [value];
  return Array.isArray(value) || isRecord(value) ? Object.values(value).flatMap(mentionsIn) : [];
}

/** What the words of a component come to, in one environment after the other. */
class Expansion {
  readonly refused = new Map<string, Diagnostic[]>();

  constructor(
    private readonly draft: Draft,
    private readonly known: Drafts,
  ) {}

  in(environment: string, { thresholds: _, ...words }: Values): Values {
    this.refused.set(environment, []);
    return this.draft.module.wording?.inputs(words, this.surroundings(environment)) as Values;
  }

  private surroundings(environment: string): Surroundings {
    return {
      find: (address) => this.find(address, environment),
      builtin: (name) => referenceTo(name, this.draft.location),
      refuse: ({ location }, message, help) => this.refused.get(environment)?.push({ location, message, help }),
    };
  }

  /** A pattern names what there is in the environment; an address must be there. */
  private find(address: Address, environment: string): readonly Neighbour[] {
    const found = named(address, this.draft.address, this.known);
    const there = address.text.includes("*") ? found.filter((one) => one.environments.includes(environment)) : found;
    return there.map((one) => neighbour(one, environment, address));
  }
}

const referenceTo = (text: string, location: Location) =>
  new Mention([{ text, segments: text.split(".") }], `\${${text}}`, location);

function neighbour(draft: Draft, environment: string, { location }: Address): Neighbour {
  const { address, service, firstLabel } = draft;
  return {
    address,
    service,
    label: firstLabel,
    output: (name) => referenceTo(`${address}.${name}`, location),
    watch: () => watchOf(draft, environment, location),
  };
}

/** What the pack of a component's module watches of it; nothing of a component that has problems of its own. */
function watchOf(draft: Draft, environment: string, location: Location): Watch | undefined {
  const { address, said, isSound } = draft;
  const module = moduleIn(draft, environment);
  const { pack } = module;
  const given = said[environment];
  if (!pack || !given || !isSound) return undefined;
  const { thresholds = {}, ...inputs } = withDefaults(specSchema(module), given) as Readonly<Record<string, object>>;
  const output = (name: string) => `\${${address}.${name}}`;
  const watched = { address, inputs: knownIn(inputs), thresholds: { ...thresholds }, output };
  return {
    alarms: withMentions(pack.alarms(watched), location),
    signals: withMentions(pack.signals(watched), location),
  };
}

/** Plain data alone: what only Terraform knows is absent. */
function knownIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(knownIn);
  if (!isRecord(value)) return value instanceof Mention || value instanceof CodeFolder ? undefined : value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, knownIn(item)]));
}

function withMentions<T>(value: T, location: Location): T {
  if (typeof value === "string") return (mentionIn(value, location) ?? value) as T;
  if (Array.isArray(value)) return value.map((item) => withMentions(item, location)) as T;
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withMentions(item, location)])) as T;
}

/** What short words come to can be too much, such as more targets than AWS takes. */
function checkExpanded({ module, location, written }: Draft, values: InEach, { report }: Context): void {
  const found = Object.entries(values).map(([environment, one]): [string, readonly Diagnostic[]] => [
    environment,
    checkValues(plainSchema(module), one, written(environment), location),
  ]);
  report.diagnostics.push(...together(new Map(found)));
}
