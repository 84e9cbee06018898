import { type Diagnostic, type Location, suggest, UserError } from "../diagnostic";
import { Address } from "../module";
import { check, isRecord, type Problem, type Schema, withDefaults } from "../schema";
import { type Located, type LocatedMap, locate, locateKey, type ReadValue, type Reference, read } from "../source";
import { Mention, standingFor } from "./mention";
import { CodeFolder } from "./project";

/** Collects what is wrong while a spec is read. */
export class Report {
  readonly diagnostics: Diagnostic[] = [];
  /** What may be meant so, and is worth a look. */
  readonly warnings: Diagnostic[] = [];
  private readonly unread = new Set<string>();

  /** What is said of several references at one place alike is said once. */
  add(location: Location, message: string, help?: string): void {
    if (this.diagnostics.some((one) => one.location === location && one.message === message)) return;
    this.diagnostics.push({ message, location, ...(help === undefined ? {} : { help }) });
  }

  warn(location: Location, message: string, more: Pick<Diagnostic, "help" | "isSecret"> = {}): void {
    this.warnings.push({ severity: "warning", message, location, ...more });
  }

  /** Reads a file: what is wrong with it belongs to the line that names it. */
  attempt<T>(work: () => T, location: Location): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.diagnostics.push(...error.diagnostics.map((diagnostic) => ({ ...diagnostic, location })));
      return undefined;
    }
  }

  /** Notes what is there but could not be read, with all that it may come to: what refers to it is not to blame. */
  skip(address: string): void {
    this.unread.add(address);
  }

  isSkipped(address: string): boolean {
    return [...this.unread].some((one) => address.startsWith(one) && /^([.-]|$)/.test(address.slice(one.length)));
  }
}

const isUnknown = (value: unknown) => value === MISREAD || value instanceof Mention || value instanceof CodeFolder;

/** What a text of the spec stands for: an address where one is asked for, a mention where it holds references. */
const standing: Reference = (scalar, shape) =>
  shape?.component ? new Address(scalar.text, scalar.location) : standingFor(scalar);

/** What a schema says against values, each problem at the line that is to blame. */
export function checkValues(schema: Schema, value: unknown, tree: LocatedMap, whole: Location): Diagnostic[] {
  return check(schema, value, { isUnknown }).map((problem) => placed(problem, tree, whole));
}

/**
 * Values by schema: scalars as the schema wants them, references as mentions, addresses as such. What cannot be read is reported once, as
 * what it is, and everything else is checked all the same.
 * @param whole what is to blame for what is missing
 * @param added values that are not in the tree
 */
export function readChecked(schema: Schema, tree: LocatedMap, whole: Location, added: object = {}): ReadValue {
  return checked(schema, tree, whole, standing, added);
}

/** Reads and checks plain settings of the spec itself, with defaults; undefined, and reported, where they are wrong. */
export function readSettings(schema: Schema, tree: LocatedMap, whole: Location, report: Report): unknown {
  const { value, diagnostics } = checked(schema, tree, whole, () => undefined, {});
  report.diagnostics.push(...diagnostics);
  return diagnostics.length > 0 ? undefined : withDefaults(schema, value);
}

function checked(schema: Schema, tree: LocatedMap, whole: Location, reference: Reference, added: object): ReadValue {
  const { value, diagnostics } = read(schema, tree, reference);
  const misread = new Set(diagnostics.map(({ location }) => location));
  const readable = misread.size > 0 ? withoutMisread(value, tree, misread) : value;
  const problems = checkValues(schema, { ...(spelled(readable) as object), ...added }, tree, whole);
  return { value: { ...(value as object), ...added }, diagnostics: [...diagnostics, ...problems] };
}

/** Addresses as the texts that they are. */
function spelled(value: unknown): unknown {
  if (value instanceof Address) return value.text;
  if (Array.isArray(value)) return value.map(spelled);
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spelled(item)])) : value;
}

/** Stands for a value that could not be read: it is reported already, and nothing can be said of it. */
const MISREAD = Symbol("misread");

function withoutMisread(value: unknown, tree: Located | undefined, misread: ReadonlySet<unknown>): unknown {
  if (!tree || tree.kind === "scalar" || misread.has(tree.location))
    return misread.has(tree?.location) ? MISREAD : value;
  if (tree.kind === "list") return (value as unknown[]).map((item, i) => withoutMisread(item, tree.items[i], misread));
  const entries = Object.entries(value as object).map(([key, item]) => [
    key,
    withoutMisread(item, tree.entries.get(key)?.value, misread),
  ]);
  return Object.fromEntries(entries);
}

function placed(problem: Problem, tree: LocatedMap, whole: Location): Diagnostic {
  const { path, message, keyword } = problem;
  const help = problem.help ?? possibleKeys(problem);
  return { message, location: placeOf(path, keyword, tree, whole), ...(help === undefined ? {} : { help }) };
}

/** The message itself names the key that was meant, if one is near. */
function possibleKeys({ keyword, path, allowed = [] }: Problem): string | undefined {
  const isUnlike = keyword === "additionalProperties" && suggest(path.at(-1) ?? "", allowed) === undefined;
  return isUnlike ? `keys are ${allowed.join(", ")}` : undefined;
}

const ofKeys = ["additionalProperties", "propertyNames", "required"];

/** A mapping is shown by its key, which stands above it. */
function placeOf(path: readonly string[], keyword: string, tree: LocatedMap, whole: Location): Location {
  const [first] = path;
  if (first === undefined || !tree.entries.has(first)) return whole;
  const isMap = kindAt(tree, path) === "map" && keyword !== "type";
  return isMap || ofKeys.includes(keyword) ? locateKey(tree, path) : locate(tree, path);
}

function kindAt(value: Located | undefined, [step, ...rest]: readonly string[]): Located["kind"] | undefined {
  if (step === undefined || value === undefined) return value?.kind;
  if (value.kind === "scalar") return undefined;
  return kindAt(value.kind === "map" ? value.entries.get(step)?.value : value.items[Number(step)], rest);
}
