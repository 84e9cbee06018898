import { aws } from "../../clouds/aws";
import type { Module } from "../../lib/module";
import { renderModule } from "../../lib/render/module";

type Blocks = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The Terraform files of a module, parsed. */
export interface Rendered {
  /** By type, then name. */
  readonly resource: Blocks;
  readonly data?: Blocks;
  readonly variable: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly output: Readonly<Record<string, { readonly description?: string; readonly value: unknown }>>;
  /** Top-level blocks of all files: `resource`, `variable`, … */
  readonly blocks: readonly string[];
  /** The text of what the variables can be used in. */
  readonly body: string;
}

const known = new Map<Module, Promise<Rendered>>();

/** The Terraform files of a module, without what it ships beside them; a module is rendered once per test file. */
export function rendered(module: Module): Promise<Rendered> {
  const found = known.get(module) ?? render(module);
  known.set(module, found);
  return found;
}

async function render(module: Module): Promise<Rendered> {
  const files = await renderModule(module, aws);
  const contents = [...files].filter(([path]) => /^[^/]+\.tf\.json$/.test(path));
  const parsed = Object.assign({}, ...contents.map(([, text]) => JSON.parse(text)));
  const { "//": _, ...blocks } = parsed;
  return {
    ...parsed,
    blocks: Object.keys(blocks),
    body: `${files.get("main.tf.json")}${files.get("outputs.tf.json")}`,
  };
}
