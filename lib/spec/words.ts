/** Words of a component that are not inputs of its module. */
export const reservedWords: readonly string[] = [
  "module",
  "pattern",
  "name",
  "uses",
  "permissions",
  "managed_policies",
  "only",
  "environments",
  "existing",
  "import",
  "for_each",
  "region",
  "account",
];

/** How to say differently in each environment what a component itself says once. */
export const varyingWords: Readonly<Record<string, string>> = {
  region: "name a region in `regions`, say there what it is in each environment, and give the component that name",
  import: "under the `import` of the component, say what is there by environment",
  account: "say what is different under `environments` of the account in `accounts`",
};

/** Words of the use of a pattern that are not its parameters. */
export const useWords: readonly string[] = ["pattern", "module", "for_each", "only", "environments"];

/** First words of references that have a meaning in some places only. */
const scopes: Readonly<Record<string, string>> = {
  parameter: "`parameter` names a parameter of the pattern that it stands in",
  each: "`each` has a meaning inside what has a `for_each`",
  self: "`self` names a component of the pattern, or of the service with `for_each`, that it stands in",
};

export const scopeWords: readonly string[] = Object.keys(scopes);

/** What the first word of a reference or an address means where it has a meaning; undefined of any other word. */
export function scopeHelp(text: string): string | undefined {
  const [word = ""] = text.split(".");
  return Object.hasOwn(scopes, word) ? scopes[word] : undefined;
}

/** Names of services and components: they become Terraform labels and parts of AWS names. */
export const namePattern = /^[a-z][a-z0-9]*([_-][a-z0-9]+)*$/;
export const nameHelp = "lower-case letters, digits, - and _, starting with a letter";
