import fc from "fast-check";
import { type Diagnostic, format, Sources, toJson } from "../../lib/diagnostic";

const text = ["services:", "  orders:", "    function:", "      module: lambda", "      memory_size: 64", ""].join(
  "\n",
);

function sourcesOf(files: Record<string, string>): Sources {
  const sources = new Sources();
  for (const [file, content] of Object.entries(files)) sources.add(file, content);
  return sources;
}

/** A diagnostic at the first place where a file has a piece of text. */
function at(content: string, piece: string, rest: Partial<Diagnostic> = {}): Diagnostic {
  const start = content.indexOf(piece);
  return { message: "wrong", location: { file: "f.yaml", start, end: start + piece.length }, ...rest };
}

/** The lines printed for one mark in one file. */
function lines(content: string, piece: string): string[] {
  return format([at(content, piece)], sourcesOf({ "f.yaml": content }), { color: false }).split("\n");
}

test("shows place, message, the lines around it and help, and counts", () => {
  const message = "memory_size must be at least 128, got 64";
  const diagnostic = at(text, "64", { message, help: "write 128\nor more" });
  expect(format([diagnostic], sourcesOf({ "f.yaml": text }), { color: false })).toBe(`\
f.yaml:5:20 error: memory_size must be at least 128, got 64
    4 |       module: lambda
    5 |       memory_size: 64
      |                    ^^
   help: write 128
         or more

1 error
`);
});

test("without a place there is no frame; without the file no line", () => {
  const nowhere = { message: "no spec" };
  const unread = { message: "bad", location: { file: "other.yaml", start: 3, end: 4 } };
  expect(format([nowhere, unread], new Sources(), { color: false })).toBe(
    "other.yaml error: bad\n\nerror: no spec\n\n2 errors\n",
  );
});

test("sorts by file and place, those without a place last, and shows each once", () => {
  const place = (file: string, start: number) => ({
    message: `${file}${start}`,
    location: { file, start, end: start },
  });
  const given = [{ message: "last" }, place("b", 0), place("a", 9), place("a", 1), place("a", 9)];
  expect(toJson(given, new Sources()).map(({ message }) => message)).toEqual(["a1", "a9", "b0", "last"]);
});

describe("what is written once for several places", () => {
  const content = "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\n";
  const used = (name: string, piece: string): Diagnostic => {
    const { location } = at(content, piece) as Required<Diagnostic>;
    const via = { message: `used by ${name}`, name, location };
    return at(content, "1", { message: `${name}.table is wrong`, location: { file: "f.yaml", start: 3, end: 4, via } });
  };

  test("has one message with the places that use it, the first few by name", () => {
    const all = ["b", "c", "d", "e", "f"].map((name) => used(`orders.${name}`, name));
    expect(format(all, sourcesOf({ "f.yaml": content }), { color: false })).toBe(`\
f.yaml:1:4 error: orders.b.table is wrong
    1 | a: 1
      |    ^
   used by orders.b at f.yaml:2:1
   used by orders.c at f.yaml:3:1
   used by orders.d at f.yaml:4:1
   used by orders.e at f.yaml:5:1
   and 1 more

1 error
`);
  });

  test("has all those places for programs", () => {
    const [first] = toJson([used("b", "b"), used("c", "c")], sourcesOf({ "f.yaml": content }));
    expect(first?.related?.map(({ message, line }) => [message, line])).toEqual([
      ["used by b", 2],
      ["used by c", 3],
    ]);
  });
});

test("two messages at one place are both shown", () => {
  const given = [at(text, "64"), at(text, "64", { message: "odd" }), at(text, "64")];
  expect(toJson(given, sourcesOf({ "f.yaml": text }))).toHaveLength(2);
});

test("colors only when asked", () => {
  const print = (color: boolean) => format([at(text, "64", { help: "x" })], sourcesOf({ "f.yaml": text }), { color });
  expect(print(true)).toContain("\u001b[31m^^");
  expect(print(false)).not.toContain("\u001b");
});

test.each([
  ["letters", "a: xy", "xy", "    1 | a: xy", "      |    ^^"],
  ["a tab", "a:\txy", "xy", "    1 | a:    xy", "      |       ^^"],
  ["wide letters", "名前: 値", "値", "    1 | 名前: 値", "      |       ^^"],
  ["an emoji", "👍🏽: 👩‍👩‍👧 x", "x", "    1 | 👍🏽: 👩‍👩‍👧 x", "      |        ^"],
  ["a flag", "🇩🇪: x", "x", "    1 | 🇩🇪: x", "      |     ^"],
  ["a combining accent", "e\u0301: x", "x", "    1 | e\u0301: x", "      |    ^"],
  ["a control", "\u001b[2J: x", "x", "    1 | \\u{1b}[2J: x", "      |            ^"],
  ["text that runs backwards", "\u202ea: x", "x", "    1 | \\u{202e}a: x", "      |            ^"],
  ["an empty place", "a:", "", "    1 | a:", "      | ^"],
  ["a line of Windows", "a: x\r\nb: y\r\n", "x", "    1 | a: x", "      |    ^"],
  ["a place of several lines", "a: x\nb: y\n", "x\nb: y", "    1 | a: x", "      |    ^"],
])("points under %s", (_, content, piece, line, caret) => {
  expect(lines(content, piece).slice(1, 3)).toEqual([line, caret]);
});

test("columns count code points", () => {
  expect(lines("👍名: x", "x")[0]).toBe("f.yaml:1:5 error: wrong");
});

test.each([
  ["long before", `${"a".repeat(500)} x`],
  ["long after", `x${"b".repeat(500)}`],
  ["long on both sides", `${"a".repeat(500)} x ${"b".repeat(500)}`],
  ["long and wide", `${"値".repeat(500)} x ${"値".repeat(500)}`],
  ["very long", `${"a".repeat(2_000_000)} x ${"b".repeat(2_000_000)}`],
])("a line is cut around the place: %s", (_, content) => {
  const [, line = "", caret = ""] = lines(content, "x");
  expect(line.length).toBeLessThan(112);
  const wide = Array.from(line.slice(0, line.indexOf("x"))).reduce((sum, letter) => sum + (letter === "値" ? 2 : 1), 0);
  expect(caret.indexOf("^")).toBe(wide);
  expect(line).toContain("…");
});

test("nothing of the user's reaches the terminal as a control", () => {
  const any = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(any, any, any, fc.nat(20), fc.nat(20), (content, message, help, start, length) => {
      const location = { file: content, start: Math.min(start, content.length), end: start + length };
      const sources = sourcesOf({ [content]: content });
      const printed = format([{ message, help, location }], sources, { color: false });
      expect(printed).not.toMatch(/(?!\n)\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u);
      expect(printed.endsWith("\n\n1 error\n")).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("toJson has places from 1 with an exclusive end, and leaves out what is absent", () => {
  const given = [at(text, "64\n", { help: "more" }), { message: "no spec" }];
  expect(toJson(given, sourcesOf({ "f.yaml": text }))).toEqual([
    {
      severity: "error",
      file: "f.yaml",
      line: 5,
      column: 20,
      endLine: 6,
      endColumn: 1,
      message: "wrong",
      help: "more",
    },
    { severity: "error", message: "no spec" },
  ]);
});

test("warnings are said to be such, and counted for themselves", () => {
  const warning = { severity: "warning", message: "look", isSecret: true } as const;
  const sources = sourcesOf({ "f.yaml": text });
  const printed = format([at(text, "64\n"), { ...at(text, "64\n"), ...warning }], sources, { color: false });
  expect(printed.match(/^f\.yaml.*/gm)).toEqual(["f.yaml:5:20 error: wrong", "f.yaml:5:20 warning: look"]);
  expect(printed.match(/\| .*64/g)).toHaveLength(1);
  expect(printed.endsWith("\n\n1 error, 1 warning\n")).toBe(true);
  expect(format([warning, { ...warning, message: "also" }], sources, { color: false })).toMatch(/\n2 warnings\n$/);
});
