/** Options of Terraform that are not followed by a value of their own. */
const switches = new Set([
  "auto-approve",
  "compact-warnings",
  "concise",
  "destroy",
  "detailed-exitcode",
  "input",
  "json",
  "lock",
  "no-color",
  "refresh",
  "refresh-only",
  "show-sensitive",
]);

/** Options that `apply` has of its own, where a plan is made first. */
const ofApply = new Set(["auto-approve", "backup", "state-out"]);

/** Options that both need. */
const ofBoth = new Set([
  "compact-warnings",
  "concise",
  "input",
  "json",
  "lock",
  "lock-timeout",
  "no-color",
  "parallelism",
  "show-sensitive",
  "state",
]);

interface Option {
  /** Without dashes; undefined for what is no option. */
  readonly name?: string;
  readonly value?: string;
  readonly words: readonly string[];
}

/** Options as Terraform reads them: `-out=x`, `-out x` and `--out=x` are one. */
function optionsIn(words: readonly string[]): Option[] {
  const [word, ...rest] = words;
  if (word === undefined) return [];
  const [, name, value] = /^--?([a-z][a-z-]*)(?:=(.*))?$/s.exec(word) ?? [];
  if (name === undefined) return [{ words: [word] }, ...optionsIn(rest)];
  if (value !== undefined) return [{ name, value, words: [word] }, ...optionsIn(rest)];
  if (switches.has(name)) return [{ name, words: [word] }, ...optionsIn(rest)];
  const [next = ""] = rest;
  return [{ name, value: next, words: [word, ...rest.slice(0, 1)] }, ...optionsIn(rest.slice(1))];
}

/** The file in which a plan is to be saved, if its options say so. */
export const planFileIn = (words: readonly string[]): string | undefined =>
  optionsIn(words).findLast(({ name }) => name === "out")?.value;

/** The options of an apply, as those of the plan that is made first and of what applies it. */
export interface Split {
  readonly plan: readonly string[];
  readonly apply: readonly string[];
  /** A plan that was made before. */
  readonly file?: string;
  readonly isApproved: boolean;
}

export function splitOptions(words: readonly string[]): Split {
  const options = optionsIn(words);
  const having = (is: (name: string) => boolean) =>
    options.filter(({ name }) => name !== undefined && is(name)).flatMap((one) => one.words);
  const file = options.find(({ name }) => name === undefined)?.words[0];
  return {
    plan: having((name) => !ofApply.has(name)),
    apply: having((name) => ofApply.has(name) || ofBoth.has(name)),
    ...(file === undefined ? {} : { file }),
    isApproved: options.some(({ name, value }) => name === "auto-approve" && value !== "false"),
  };
}
