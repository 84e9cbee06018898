import { filledIn, Mention, type Path, type Project, type Value } from "../../../lib/spec";

/** What is known of components that exist: outputs by address. */
export type Outputs = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** Where references of a spec lead to. */
export interface Scope {
  readonly project: Project;
  readonly environment: string;
  readonly outputs: Outputs;
}

/** A value as a text, with what its references stand for in it. */
export function textOf(value: Value, scope: Scope): string {
  if (!(value instanceof Mention)) return String(value);
  return value.parts
    .map((part) => (typeof part === "string" ? part : (builtin(part, value, scope) ?? outputAt(part, scope))))
    .join("");
}

function builtin(path: Path, { text, location }: Mention, { project, environment }: Scope): string | undefined {
  const found = project.environments.find(({ name }) => name === environment);
  return found && filledIn(new Mention([path], text, location), project.name, found);
}

const outputAt = ({ segments }: Path, { outputs }: Scope) =>
  outputOf(segments.slice(0, -1).join("."), segments.at(-1) as string, outputs);

/** @throws Error when nothing local gives this output. */
export function outputOf(address: string, output: string, outputs: Outputs): string {
  const value = outputs.get(address)?.[output];
  if (value === undefined) throw new Error(`nothing here gives ${output} of ${address}`);
  return value;
}
