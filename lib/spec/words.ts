/** Words of a component that are not inputs of its module. */
export const reservedWords: readonly string[] = [
  "module",
  "name",
  "uses",
  "permissions",
  "only",
  "environments",
  "existing",
  "import",
  "for_each",
  "region",
  "account",
];

/** Reserved words that this version of the spec does not give a meaning yet. */
export const wordsToCome: readonly string[] = ["existing", "import", "for_each", "region", "account"];

/** Names of services and components: they become Terraform labels and parts of AWS names. */
export const namePattern = /^[a-z][a-z0-9]*([_-][a-z0-9]+)*$/;
export const nameHelp = "lower-case letters, digits, - and _, starting with a letter";
