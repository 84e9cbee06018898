/** RE2 refuses more repetitions than this, where those of nested groups multiply. */
const MOST_REPETITIONS = 1000;

const ESCAPES = "dDwWnrtfv";
const PROPERTY = String.raw`\\p\{[LMNPSZ]\}`;
const TOKEN = new RegExp(
  [
    String.raw`(?<quantifier>[*+?]|\{(?<least>\d+)(?:,(?<most>\d*))?\})`,
    String.raw`(?<open>\((?:\?:)?)`,
    String.raw`(?<close>\))`,
    String.raw`(?<bar>\|)`,
    String.raw`(?<text>[^\\^$.()[\]{}|]|\\[\\^$.*+?()[\]{}|/${ESCAPES}]|${PROPERTY})`,
    String.raw`(?<class>\[(?:\^|(?!\^))(?:[^[\]\\]|\\[\\^\-[\]${ESCAPES}]|${PROPERTY})+\])`,
  ].join("|"),
  "uy",
);

/**
 * Holds a pattern against what RE2 (Terraform) and JavaScript (flag `u`) read alike: plain characters, `\d`, `\w`,
 * `\n` and the like, classes, `\p{L}` and the other one-letter categories, groups `(…)` and `(?:…)`, `|` inside
 * groups, greedy quantifiers; all between `^` and `$`.
 * @throws Error that names the pattern and what is wrong with it.
 */
export function assertPattern(pattern: string): void {
  const [, body] = /^\^(.*)\$$/su.exec(pattern) ?? [];
  const fault = body === undefined ? "it must begin with ^ and end with $" : faultIn(body);
  if (fault) throw new Error(`the pattern ${pattern} cannot be used: ${fault}`);
  new RegExp(pattern, "u");
}

/** What is wrong with the part between the anchors, if anything. */
function faultIn(body: string): string | undefined {
  const reader = new Reader();
  for (let at = 0; at < body.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(body)?.groups;
    const fault = token ? reader.read(token) : "RE2 and JavaScript do not read this alike";
    if (fault) return `${fault}: ${body.slice(at)}`;
  }
  return reader.isInGroup ? "a group is not closed" : undefined;
}

type Token = Readonly<Record<string, string | undefined>>;

/** Follows groups and counts repetitions. */
class Reader {
  /** The most repetitions inside each group that is open, the innermost last. */
  private readonly groups = [1];
  /** The most repetitions inside what a quantifier would repeat; undefined where there is nothing to repeat. */
  private last: number | undefined;

  get isInGroup(): boolean {
    return this.groups.length > 1;
  }

  read(token: Token): string | undefined {
    if (token.quantifier) return this.quantify(token);
    if ((token.bar || token.close) && !this.isInGroup) return "this needs a group around it";
    if (token.open) this.groups.push(1);
    this.last = token.text || token.class ? 1 : token.close ? this.groups.pop() : undefined;
    if (this.last) this.widen(this.last);
    return undefined;
  }

  private quantify({ least = "1", most }: Token): string | undefined {
    if (this.last === undefined) return "a quantifier needs something to repeat, and no second quantifier";
    const times = this.last * Math.max(1, Number(most || least));
    this.last = undefined;
    this.widen(times);
    return times > MOST_REPETITIONS ? `more than ${MOST_REPETITIONS} repetitions` : undefined;
  }

  private widen(times: number): void {
    const inner = this.groups.length - 1;
    this.groups[inner] = Math.max(this.groups[inner] as number, times);
  }
}
