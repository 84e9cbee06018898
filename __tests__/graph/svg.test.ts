import fc from "fast-check";
import { toDot, toSvg } from "../../lib/graph";
import { edge, pair, saying } from "./graphs";
import { fault } from "./xml";

/** The line of DOT that draws an edge or a node. */
const lineOf = (dot: string, start: string) => dot.split("\n").find((line) => line.trim().startsWith(start)) ?? "";

test.each([
  [edge("a.f", "a.t", { label: "write" }), '"a.f" -> "a.t" [label=" write "]'],
  [edge("a.f", "a.t", { isBothWays: true }), '"a.f" -> "a.t" [dir="both"]'],
  [edge("a.t", "a.f", { kind: "flow" }), '"a.t" -> "a.f" [penwidth="2.4"]'],
  [edge("a.f", "a.t", { kind: "reference" }), '"a.f" -> "a.t" [style="dashed"]'],
])("%j is the DOT %s", (given, expected) => {
  expect(lineOf(toDot(pair([given])), `"${given.from}" ->`).trim()).toBe(expected);
});

test("a component is a shape by its kind, dashed where some environments lack it", () => {
  const dot = toDot(pair([], { only: ["prod"] }));
  expect(lineOf(dot, '"a.f"')).toContain('[label="f\\nlambda", shape="box", style="rounded,filled",');
  expect(lineOf(dot, '"a.t"')).toContain('[label="t\\ndynamodb\\nprod", shape="cylinder", style="filled,dashed",');
});

test("a component that is not where its environment is says where", () => {
  const dot = toDot(pair([], { place: "region us-east-1" }));
  expect(lineOf(dot, '"a.t"')).toContain('[label="t\\ndynamodb\\nregion us-east-1",');
});

test("the image has every component, every edge and the title", async () => {
  const svg = await toSvg(pair([edge("a.f", "a.t", { label: "write" })]));
  expect(fault(svg)).toBeUndefined();
  const titles = [...svg.matchAll(/<title>(.*)<\/title>/g)].map(([, title]) => title);
  expect(titles.sort()).toEqual(["a.f", "a.f&#45;&gt;a.t", "a.t", "cluster_a", "shop"]);
  expect(svg).toContain("> write </text>");
});

test("the image is the same every time", async () => {
  const graph = pair([edge("a.f", "a.t", { label: "write" })]);
  expect(await toSvg(graph)).toBe(await toSvg(graph));
});

test("the image is dark on a dark page", async () => {
  const [, style = ""] = /<style>([\s\S]*)<\/style>/.exec(await toSvg(pair([]))) ?? [];
  const [, dark] = style.split("@media (prefers-color-scheme: dark) {\n");
  expect(dark).toContain(".data text { fill: #dbeafe; }\n");
});

const texts = (svg: string) => [...svg.matchAll(/<text [^>]*>(.*)<\/text>/g)].map(([, text]) => text as string);

test("quotes, markup, entities and backslashes are shown as they are", async () => {
  const shown = texts(await toSvg(saying(`"<b>&lt;\\N\\`)));
  expect(shown.slice(1)).toEqual(
    Array(shown.length - 1).fill(expect.stringMatching(/^ ?&quot;&lt;b&gt;&amp;lt;\\N\\ ?$/)),
  );
});

test("an image is well-formed, whatever it says", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
      expect(fault(await toSvg(saying(text)))).toBeUndefined();
    }),
  );
});

test.each([
  ["<a>", "<a> is left open"],
  ["<a></b>", "</b> closes nothing"],
  ["<a>&</a>", 'cannot be read from "&</a>"'],
  ['<a b="<"/>', 'cannot be read from "<a b=\\"<\\"/>"'],
  ["<a>\u0001</a>", "a character that XML cannot hold"],
  ['<?xml version="1.0"?><!-- - --><a b="&quot;"><c/>&#38;</a>', undefined],
])("the check of well-formedness says of %j: %s", (text, expected) => {
  expect(fault(text)).toBe(expected);
});
