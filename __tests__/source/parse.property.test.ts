import fc from "fast-check";
import { stringify } from "yaml";
import type { Location } from "../../lib/diagnostic";
import { type Located, parse } from "../../lib/source";
import { parsed, plain } from "./support";

/** Texts that are nearly YAML. */
const pieces =
  "a|b|: |:|- |-|\n|\n  |\n    |\t| |{|}|[|]|,|'|\"|#|&x |*x|<<: |? |!t |!!str |---|...|| \n|>\n|${x.y}|%|@|\\u00|é|e\u0301|😀|null|~|\r\n|\ufeff|x-|0x1";
const nearlyYaml = fc
  .array(fc.constantFrom(...pieces.split("|"), "|"), { maxLength: 40 })
  .map((parts) => parts.join(""));
const anyText = fc.oneof(nearlyYaml, fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));

const key = fc
  .string({ unit: "grapheme" })
  .filter((text) => !["__proto__", "<<"].includes(text) && !text.startsWith("x-"));
const { map: data } = fc.letrec<{ value: unknown; map: Record<string, unknown> }>((tie) => ({
  value: fc.oneof({ depthSize: "small" }, fc.string({ unit: "grapheme" }), fc.array(tie("value")), tie("map")),
  map: fc.dictionary(key, tie("value")),
}));

function* within(value: Located): Generator<Located> {
  yield value;
  if (value.kind === "list") for (const item of value.items) yield* within(item);
  if (value.kind === "map") for (const entry of value.entries.values()) yield* within(entry.value);
}

test("any text has either a value or diagnostics, each inside the text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { value, diagnostics } = parse("f.yaml", text);
      expect(value !== undefined || diagnostics.length > 0).toBe(true);
      const places = [...diagnostics, ...(value ? within(value) : [])].map(({ location }) => location);
      for (const { start, end } of places as Location[]) {
        expect(start >= 0 && start <= end && end <= text.length).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

test("an unquoted scalar of one line stands at its place", () => {
  fc.assert(
    fc.property(nearlyYaml, (text) => {
      const { value } = parse("f.yaml", text);
      for (const part of value ? within(value) : []) {
        if (part.kind !== "scalar" || part.quoted) continue;
        const written = text.slice(part.location.start, part.location.end);
        if (!written.includes("\n")) expect(written.normalize("NFC")).toBe(part.text);
      }
    }),
    { numRuns: 3000 },
  );
});

test("what the YAML library writes is read back", () => {
  fc.assert(
    fc.property(data, (map) => {
      const normal = JSON.parse(JSON.stringify(map).normalize("NFC"));
      expect(plain(parsed(stringify(map, { version: "1.2" })))).toEqual(normal);
    }),
  );
});
