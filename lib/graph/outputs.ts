import type { Schema } from "../schema";
import { CodeFolder, Mention, resolutionOf, type Value } from "../spec";

/** An output of a component that stands in an input of another. */
export interface MentionedOutput {
  /** Address of the component that has it. */
  readonly address: string;
  /** Where it stands; `*` stands for any key or place in a list: `event_sources.*.dynamodb_stream_arn`. */
  readonly path: string;
}

/** The outputs of components that a value mentions, at any depth. */
export function outputsIn(value: Value, schema: Schema | undefined, path: string): readonly MentionedOutput[] {
  if (value instanceof Mention) return outputsOf(value, path);
  if (typeof value !== "object" || value instanceof CodeFolder) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const member = schema?.properties?.[key];
    const inner = member ?? schema?.items ?? schema?.additionalProperties;
    return outputsIn(item as Value, inner, `${path}.${member ? key : "*"}`);
  });
}

const outputsOf = ({ paths }: Mention, path: string): readonly MentionedOutput[] =>
  paths.flatMap((one) => {
    const to = resolutionOf(one);
    return to?.kind === "output" ? { address: to.address, path } : [];
  });
