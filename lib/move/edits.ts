import type { Location } from "../diagnostic";

/** The texts of a spec, by file. */
export type Texts = ReadonlyMap<string, string>;

/** A range of a file, and what is to stand in its place. */
export interface Edit extends Location {
  readonly text: string;
}

/** What is written at a place. */
export const writtenAt = (texts: Texts, { file, start, end }: Location): string =>
  (texts.get(file) ?? "").slice(start, end);

/** A text in the place of what stands there; nothing where it is the same. */
export function replacing(texts: Texts, location: Location, change: (written: string) => string): Edit[] {
  const { file, start, end } = location;
  const written = writtenAt(texts, location);
  const text = change(written);
  return text === written ? [] : [{ file, start, end, text }];
}

/** A text at a place where nothing else goes. */
export const inserting = (file: string, at: number, text: string): Edit => ({ file, start: at, end: at, text });

/** Texts with edits, of which those of the same range and text count once; every other character stays. */
export function edited(texts: Texts, edits: readonly Edit[]): Texts {
  const own = [...new Map(edits.map((one) => [`${one.file}:${one.start}:${one.end}:${one.text}`, one])).values()];
  return new Map(
    [...texts].map(([file, text]) => [
      file,
      applied(
        text,
        own.filter((one) => one.file === file),
      ),
    ]),
  );
}

const applied = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((whole, { start, end, text: own }) => whole.slice(0, start) + own + whole.slice(end), text);
