import type { Located, LocatedMap } from "../source";
import type { Report } from "./reading";

/** Texts that are secrets by their form. */
const patterns: Readonly<Record<string, RegExp>> = {
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  "an access key of AWS": /\b(AKIA|ASIA)[A-Z2-7]{16}\b/,
  // https://www.rfc-editor.org/rfc/rfc7468#section-10
  "a private key": /-----BEGIN ([A-Z]+ )*PRIVATE KEY-----/,
  // https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
  "a token of GitHub": /\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22})/,
  // https://api.slack.com/authentication/token-types
  "a token of Slack": /\bxox[abeoprs]-[A-Za-z0-9-]{10}/,
};

/** What secret a text looks like; undefined where it looks like none. */
export const secretIn = (text: string): string | undefined =>
  Object.entries(patterns).find(([, pattern]) => pattern.test(text))?.[0];

/** Warns of texts in a file of the spec that look like secrets. */
export function warnOfSecrets(tree: LocatedMap, report: Report): void {
  for (const { text, location } of textsIn(tree)) {
    const secret = secretIn(text);
    if (secret) report.warn(location, `this looks like ${secret}`, { help, isSecret: true });
  }
}

const help =
  "a spec holds no secrets, and a state would hold this one: keep it in Secrets Manager or SSM, and let the code read it";

function* textsIn(value: Located): Generator<Extract<Located, { kind: "scalar" }>> {
  if (value.kind === "scalar") yield value;
  else if (value.kind === "list") for (const item of value.items) yield* textsIn(item);
  else for (const { value: item } of value.entries.values()) yield* textsIn(item);
}
