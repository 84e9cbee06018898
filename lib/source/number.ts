/** A decimal number as people write it: no leading zeros, no 0x, no digit groups. */
const DECIMAL = /^[+-]?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Far more than a number can hold: what is longer is not looked at. */
const LONGEST = 100;

/** The number that a text writes; else what stands against it: its notation, or that JavaScript would change it. */
export function readNumber(text: string): number | "notation" | "precision" {
  if (text.length > LONGEST || !DECIMAL.test(text)) return "notation";
  const value = Number(text);
  const isExact = Number.isFinite(value) && digits(String(value)) === digits(text);
  const isSafe = !Number.isInteger(value) || Number.isSafeInteger(value);
  if (!isExact || !isSafe) return "precision";
  return value === 0 ? 0 : value; // not -0
}

/** A decimal number in one form: significant digits and the power of ten that follows them. */
function digits(decimal: string): string {
  const [mantissa = "", exponent = "0"] = decimal.replace(/^[+-]/, "").toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const written = (whole + fraction).replace(/^0+/, "");
  const significant = written.replace(/0+$/, "");
  if (significant === "") return "0";
  return `${significant}e${Number(exponent) - fraction.length + written.length - significant.length}`;
}
