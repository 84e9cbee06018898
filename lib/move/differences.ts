import { type Call, compose, type Stack } from "../compose";
import { moduleCall } from "../render/composition";
import { labelOf, type Project } from "../spec";
import { type Move, partsOf } from "./request";

/** What a module is given in another way than before, beside the address that it is given by. */
export interface Difference {
  readonly address: string;
  /** Its inputs, and words such as `count`. */
  readonly arguments: readonly string[];
  /** Whether that is but what others are called by: alarms by addresses, variables by labels. */
  readonly isNaming: boolean;
}

/** Where a project differs from what it was before a component moved. */
export function differencesBetween(before: Project, after: Project, move: Move): readonly Difference[] {
  const [was, is] = [callsIn(before), callsIn(after)];
  const rename = renaming(move, before);
  const known = new Map(is.map((one) => [one.call.label, one]));
  return was.flatMap(({ call, stack }) => {
    const now = known.get(rename(call.label));
    const changed = now
      ? changedIn(rename(JSON.stringify(said(call, stack))), JSON.stringify(said(now.call, now.stack)))
      : ["module"];
    return changed.length === 0
      ? []
      : [{ address: addressOf(call, move), arguments: changed, isNaming: isNaming(call, changed, move) }];
  });
}

const callsIn = (project: Project) =>
  compose(project, ({ folder }) => ({ name: folder, hash: "" })).flatMap((stack) =>
    stack.calls.map((call) => ({ call, stack })),
  );

const addressOf = ({ component: { address } }: Call, { from, to }: Move) => (address === from ? to : address);

type Said = Readonly<Record<string, unknown>>;

/** All that a call says, and what each environment gives to it, by input. */
function said(call: Call, stack: Stack): Said {
  const own = moduleCall(call, stack);
  const given = stack.roots.map(({ values }) => (values[call.label] ?? {}) as Said);
  const words = [...new Set([own, ...given].flatMap((one) => Object.keys(one)))];
  return Object.fromEntries(words.map((word) => [word, [own, ...given].map((one) => one[word] ?? null)]));
}

function changedIn(was: string, is: string): readonly string[] {
  const [before, after] = [was, is].map((text) => JSON.parse(text) as Said) as [Said, Said];
  const words = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return words.filter((word) => canonical(before[word]) !== canonical(after[word]));
}

/** JSON with keys in order: that of maps has no meaning. */
const canonical = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

/** Tags name the service, variables and what a module says in words of its own name components. */
function isNaming({ module }: Call, changed: readonly string[], { from, to }: Move): boolean {
  const names = [module.receives?.variables, ...(partsOf(from)[0] === partsOf(to)[0] ? [] : ["tags"])];
  return module.wording !== undefined || changed.every((word) => names.includes(word));
}

/** The label of the component in a text as that of its other address; longer labels that begin with it are others. */
function renaming({ from, to }: Move, { components }: Project): (text: string) => string {
  const [label, other] = [labelOf(from), labelOf(to)];
  const longer = [...components.values()].map((one) => one.label).filter((one) => one.startsWith(`${label}_`));
  const isOthers = (word: string) => longer.some((one) => word === one || word.startsWith(`${one}_`));
  return (text) =>
    text.replaceAll(/[A-Za-z0-9_]+/g, (word) => {
      const isOwn = word === label || (word.startsWith(`${label}_`) && !isOthers(word));
      return isOwn ? other + word.slice(label.length) : word;
    });
}
