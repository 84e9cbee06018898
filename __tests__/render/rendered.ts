import type { Stack } from "../../lib/compose";
import { renderTree } from "../../lib/render";
import { composed } from "../compose/composed";
import type { Given } from "../spec/project";

/** A spec of echoes, rendered, for tests that ask for small parts of it. */
export class Rendered {
  constructor(
    readonly stack: Stack,
    readonly tree: ReadonlyMap<string, string>,
  ) {}

  /** What a Terraform JSON file holds at a path. */
  at(file: string, ...path: readonly string[]): unknown {
    const text = this.tree.get(file);
    if (text === undefined) throw new Error(`no file ${file}`);
    return path.reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], JSON.parse(text));
  }
}

export async function rendered(spec: string, given: Given = {}): Promise<Rendered> {
  const { stack } = await composed(spec, given);
  return new Rendered(
    stack,
    renderTree([stack], new Map([["echo", new Map([["main.tf.json", "{}\n"]])]]), "# readme\n"),
  );
}

export const HEAD = "version: 1\nname: shop\nregion: us-east-1\n";
