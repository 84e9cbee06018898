/** A piece of text as a terminal shows it. */
export interface Cell {
  readonly text: string;
  /** How many columns of the terminal it takes. */
  readonly width: number;
}

const TAB = "    ";

/** Controls, lone surrogates, line separators, and the marks that reorder or hide text (UAX #9, UTS #39). */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** Wide and fullwidth ranges of East Asian Width (UAX #11), without the emoji, which have a property of their own. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;
const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Regional_Indicator}|\p{Emoji}\ufe0f)/u;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Text that cannot steer a terminal: each character that moves, reorders or hides text is written as its escape. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, escaped);
}

/** Text cut into what a reader sees as characters, each with its width in columns; tabs take four. */
export function cells(text: string): Cell[] {
  return Array.from(graphemes.segment(text), ({ segment }) => cell(segment));
}

function cell(grapheme: string): Cell {
  const text = printable(grapheme.replace(/\t/g, TAB));
  return { text, width: text === grapheme ? widthOf(grapheme) : text.length };
}

function widthOf(grapheme: string): number {
  if (/^\p{M}+$/u.test(grapheme)) return 0;
  return WIDE.test(grapheme) || EMOJI.test(grapheme) ? 2 : 1;
}

function escaped(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  if (character === "\t") return "\\t";
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
