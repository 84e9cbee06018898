import { readFile } from "node:fs/promises";
import path from "node:path";
import { UserError } from "../diagnostic";
import type { TerraformRoot } from "../render";
import { isRecord } from "../schema";

/** A component as it was rendered. */
export interface RecordedComponent {
  /** The name of its module. */
  readonly module: string;
  /** The labels of its module calls. */
  readonly calls: readonly string[];
}

/** The roots and the components of a project, as `roots.json` has them. */
export interface Record {
  readonly roots: ReadonlyMap<string, TerraformRoot>;
  /** By address. */
  readonly components: ReadonlyMap<string, RecordedComponent>;
}

/**
 * The roots and components that an output folder was rendered with; undefined where nothing was rendered.
 * @throws UserError where the file that says so is broken.
 */
export async function readRecord(out: string): Promise<Record | undefined> {
  const text = await readFile(path.join(out, "roots.json"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : parseRecord(text);
}

/** @throws UserError where the text is no record. */
export function parseRecord(text: string): Record {
  const { roots, components } = parsed(text) as { readonly roots?: unknown; readonly components?: unknown };
  if (!isRecord(roots) || !isRecord(components)) throw new UserError([broken]);
  const named = Object.entries(roots).map(
    ([name, root]) => [name, { ...(root as object), name } as TerraformRoot] as const,
  );
  return { roots: new Map(named), components: new Map(Object.entries(components)) as Record["components"] };
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
