/** A number of things in words: `1 file`, `2 files`. */
export const counted = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? "" : "s"}`;
