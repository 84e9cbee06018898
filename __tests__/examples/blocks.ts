import type { Files } from "../support/folder";

/** A YAML block of a Markdown document. */
export interface Block {
  /** Where it starts, from 1. */
  readonly line: number;
  readonly text: string;
}

/** A spec that a document shows. */
export interface Shown {
  readonly line: number;
  readonly files: Files;
}

/** The YAML blocks of a document, in order. */
export const yamlBlocks = (markdown: string): Block[] =>
  [...markdown.matchAll(/^```yaml\n(.*?)^```$/gms)].map(({ 1: text, index }) => ({
    line: markdown.slice(0, index).split("\n").length,
    text: text as string,
  }));

/**
 * The specs in a document: `# groundplan.yaml` starts one, a block that names another file belongs to the spec above it,
 * and a block that names none is a part of the first spec, completed by the words of it that the block lacks.
 */
export function specsIn(markdown: string): Shown[] {
  const blocks = yamlBlocks(markdown);
  const specs: { line: number; files: Record<string, string> }[] = [];
  for (const { line, text } of blocks) {
    const file = /^# (\S+\.yaml)\n/.exec(text)?.[1];
    if (file === undefined) specs.push({ line, files: { "groundplan.yaml": completed(text, blocks[0]?.text ?? "") } });
    else if (file === "groundplan.yaml") specs.push({ line, files: { [file]: text } });
    else Object.assign(specs.at(-1)?.files ?? {}, { [file]: text });
  }
  return specs;
}

function completed(part: string, whole: string): string {
  const own = wordsOf(part).map(nameOf);
  const lacking = wordsOf(whole).filter((word) => !own.includes(nameOf(word)));
  const services = bodyOf(wordsOf(whole).find((word) => nameOf(word) === "services"));
  return [...lacking, part.replace(/^services:\n/m, `services:\n${services}`)].join("");
}

/** Top-level words with all that is below them. */
const wordsOf = (yaml: string): string[] => yaml.replace(/^# .*\n/, "").match(/^\S.*\n(?:[ \n].*\n?)*/gm) ?? [];
const nameOf = (word: string) => word.split(":")[0];
const bodyOf = (word = "") => word.replace(/^.*\n/, "");
