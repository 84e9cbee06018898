import { readFile } from "node:fs/promises";
import path from "node:path";
import { UserError } from "../diagnostic";
import type { TerraformRoot } from "../render";
import { isRecord } from "../schema";

/** A component as it was rendered. */
export interface RenderedComponent {
  /** The name of its module. */
  readonly module: string;
  /** The labels of its module calls. */
  readonly calls: readonly string[];
}

/** The roots and the components of a project, as `roots.json` has them. */
export interface Inventory {
  readonly roots: ReadonlyMap<string, TerraformRoot>;
  /** By address. */
  readonly components: ReadonlyMap<string, RenderedComponent>;
}

/**
 * The roots and components that an output folder was rendered with; undefined where nothing was rendered.
 * @throws UserError where the file that says so is broken.
 */
export async function readInventory(out: string): Promise<Inventory | undefined> {
  const text = await readFile(path.join(out, "roots.json"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : parseInventory(text);
}

/** @throws UserError where the text is no inventory. */
export function parseInventory(text: string): Inventory {
  const { roots, components } = parsed(text) as { readonly roots?: unknown; readonly components?: unknown };
  if (!isRecord(roots) || !isRecord(components)) throw new UserError([broken]);
  const named = Object.entries(roots).map(
    ([name, root]) => [name, { ...(root as object), name } as TerraformRoot] as const,
  );
  return { roots: new Map(named), components: new Map(Object.entries(components)) as Inventory["components"] };
}

const broken = {
  message: "roots.json, which says where the states are, is broken",
  help: "restore it from version control; after a conflict, either side will do",
};

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
