import { hcl, literal, type Ref, reference } from "../expression";
import { escapeTemplate } from "./escape";

/** A text of each environment in the composition: itself where all have the same, else the one of the environment. */
export function chosen(texts: Readonly<Record<string, string | undefined>>): Ref<string | undefined> {
  const escaped = Object.entries(texts).map(
    ([environment, text]) => [environment, text && escapeTemplate(text)] as const,
  );
  const [first] = escaped;
  if (escaped.every(([, text]) => text === first?.[1])) return literal(first?.[1]);
  return reference(`${hcl(Object.fromEntries(escaped))}[var.environment]`);
}
