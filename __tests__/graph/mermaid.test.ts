import fc from "fast-check";
import { toMermaid } from "../../lib/graph";
import { edge, pair, saying } from "./graphs";

const linesOf = (text: string) => text.split("\n").map((line) => line.trim());

test("a service is a subgraph, a component a shape by its kind", () => {
  expect(toMermaid(pair([]))).toBe(`flowchart LR
  subgraph s1["a"]
    a_f("<b>f</b><br/>lambda"):::code
    a_t[("<b>t</b><br/>dynamodb")]:::data
  end
  classDef code fill:#ffedd5,stroke:#ea580c,color:#7c2d12
  classDef data fill:#dbeafe,stroke:#2563eb,color:#1e3a8a
`);
});

test.each([
  [edge("a.f", "a.t", { label: "write" }), 'a_f -->|"write"| a_t'],
  [edge("a.f", "a.t", { label: "read_write", isBothWays: true }), 'a_f <-->|"read_write"| a_t'],
  [edge("a.t", "a.f", { kind: "flow", label: "event_sources" }), 'a_t ==>|"event_sources"| a_f'],
  [edge("a.f", "a.t", { kind: "reference" }), "a_f -.-> a_t"],
])("%j is %s", (given, expected) => {
  expect(linesOf(toMermaid(pair([given])))).toContain(expected);
});

test("what some environments lack is dashed and names those that have it", () => {
  const lines = linesOf(toMermaid(pair([], { only: ["staging", "prod"] })));
  expect(lines).toContain('a_t[("<b>t</b><br/>dynamodb<br/>staging, prod")]:::data');
  expect(lines).toContain("class a_t partial");
});

test("what is not where its environment is says where", () => {
  const lines = linesOf(toMermaid(pair([], { place: "region us-east-1" })));
  expect(lines).toContain('a_t[("<b>t</b><br/>dynamodb<br/>region us-east-1")]:::data');
});

test("no text gets out of its quotes, nor becomes markup", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const lines = toMermaid(saying(text)).trimEnd().split("\n");
      expect(lines).toHaveLength(8);
      const said = /^ {2}subgraph s1\["(.*)"\]$/u.exec(lines[1] as string)?.[1] ?? '"';
      expect(said).not.toMatch(/["<>&`]|#(?!\d+;)/);
      expect(said.replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))).toBe(text);
    }),
  );
});
