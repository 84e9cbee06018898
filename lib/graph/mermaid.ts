import type { Cluster, Edge, Graph, Kind, Node } from "./model";
import { light } from "./palette";

/** A graph as a Mermaid flowchart: https://mermaid.js.org/syntax/flowchart.html */
export function toMermaid({ clusters, edges }: Graph): string {
  const nodes = clusters.flatMap((cluster) => cluster.nodes);
  const ids = new Map(nodes.map(({ address, label }) => [address, label]));
  const partial = nodes.filter(({ only }) => only.length > 0).map(({ label }) => label);
  const lines = [
    "flowchart LR",
    ...clusters.flatMap(subgraph),
    ...edges.map((edge) => `  ${arrow(edge, ids)}`),
    ...kinds.filter((kind) => nodes.some((node) => node.kind === kind)).map(classDefinition),
    ...(partial.length > 0 ? ["  classDef partial stroke-dasharray:5 4", `  class ${partial.join(",")} partial`] : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

const kinds = Object.keys(light) as Kind[];

const shapes: Readonly<Record<Kind, readonly [string, string]>> = {
  code: ["(", ")"],
  data: ["[(", ")]"],
  other: ["{{", "}}"],
};

/** Ids of services have no `_`, which every label of a component has: the two never meet. */
const subgraph = ({ service, nodes }: Cluster, index: number) => [
  `  subgraph s${index + 1}["${escaped(service)}"]`,
  ...nodes.map((node) => `    ${vertex(node)}`),
  "  end",
];

function vertex({ label, name, module, kind, only, place }: Node): string {
  const [open, close] = shapes[kind];
  const lines = [module, ...(place ? [place] : []), ...(only.length > 0 ? [only.join(", ")] : [])];
  const rest = lines.map((line) => `<br/>${escaped(line)}`);
  return `${label}${open}"<b>${escaped(name)}</b>${rest.join("")}"${close}:::${kind}`;
}

const arrows: Readonly<Record<Edge["kind"], readonly [string, string]>> = {
  use: ["-->", "<-->"],
  flow: ["==>", "<==>"],
  reference: ["-.->", "<-.->"],
};

function arrow({ from, to, kind, isBothWays, label }: Edge, ids: ReadonlyMap<string, string>): string {
  const line = arrows[kind][isBothWays ? 1 : 0];
  return `${ids.get(from)} ${line}${label === "" ? "" : `|"${escaped(label)}"|`} ${ids.get(to)}`;
}

function classDefinition(kind: Kind): string {
  const { fill, stroke, text } = light[kind];
  return `  classDef ${kind} fill:${fill},stroke:${stroke},color:${text}`;
}

/** Whatever may mean something to Mermaid, or to the HTML that it makes, is written as the number of its character. */
const escaped = (text: string): string =>
  text.replace(/[^\p{L}\p{N} _.,:/-]/gu, (character) => `#${character.codePointAt(0)};`);
