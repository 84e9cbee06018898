import { readFile } from "node:fs/promises";
import path from "node:path";
import { createTwoFilesPatch } from "diff";
import { createColors } from "picocolors";
import { type Changes, printable } from "../../index";

/** What `synth` would do to one file. */
export interface FileDiff {
  readonly file: string;
  /** `edited` and `not ours` are left as they are, unless forced. */
  readonly change: "create" | "update" | "remove" | "edited" | "not ours";
  /** A unified diff. */
  readonly diff: string;
}

/**
 * The files of the output folder that are not what the spec renders to, in order of path.
 * @param name the output folder as messages name it
 */
export async function filesDiffering(
  out: string,
  tree: ReadonlyMap<string, string>,
  { create, update, remove, refused }: Changes,
  name: string,
): Promise<FileDiff[]> {
  const changed = [
    ...create.map((file) => ({ file, change: "create" as const })),
    ...update.map((file) => ({ file, change: "update" as const })),
    ...remove.map((file) => ({ file, change: "remove" as const })),
    ...refused.map((one) => ({ file: one.path, change: one.why })),
  ].sort((a, b) => (a.file < b.file ? -1 : 1));
  return Promise.all(
    changed.map(async ({ file, change }) => {
      const present = change === "create" ? undefined : await readFile(path.join(out, file), "utf8");
      return { file, change, diff: unified(path.posix.join(name, file), present, tree.get(file)) };
    }),
  );
}

/** Line endings are no difference. */
export function unified(name: string, present: string | undefined, rendered: string | undefined): string {
  const names = [present, rendered].map((text) => (text === undefined ? "/dev/null" : name)) as [string, string];
  const [before = "", after = ""] = [present, rendered].map((text) => text?.replaceAll("\r\n", "\n"));
  const patch = createTwoFilesPatch(...names, before, after, undefined, undefined, { context: 3 });
  return patch.slice(patch.indexOf("--- "));
}

/** A diff for people; nothing in it can steer the terminal. */
export function colored({ change, diff }: FileDiff, color: boolean): string {
  const { bold, cyan, green, red, yellow } = createColors(color);
  const paints: Readonly<Record<string, (text: string) => string>> = { "+": green, "-": red, "@": cyan };
  const paint = (line: string, i: number) => (i < 2 ? bold(line) : (paints[line.charAt(0)] ?? String)(line));
  const lines = diff
    .trimEnd()
    .split("\n")
    .map((line, i) => paint(shown(line), i));
  const note = notes[change];
  return `${note === undefined ? "" : `${yellow(note)}\n`}${lines.join("\n")}\n`;
}

const shown = (line: string) => line.split("\t").map(printable).join("\t");

const notes: Readonly<Record<string, string>> = {
  edited: "edited since it was rendered: synth would refuse to change",
  "not ours": "not rendered by groundplan: synth would refuse to change",
};
