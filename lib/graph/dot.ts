import { printable } from "../diagnostic";
import type { Cluster, Edge, Graph, Kind, Node } from "./model";
import { light, lightPage } from "./palette";

type Attribute = string | number | readonly string[];
type Attributes = Readonly<Record<string, Attribute>>;

/** A graph in the language of Graphviz: https://graphviz.org/doc/info/lang.html */
export function toDot({ title, clusters, edges }: Graph): string {
  const lines = [
    `digraph ${quoted(title)} {`,
    `  graph ${list({ ...page, label: title })}`,
    `  node ${list(nodeDefaults)}`,
    `  edge ${list(edgeDefaults)}`,
    ...clusters.flatMap(subgraph),
    ...edges.map((edge) => `  ${arrow(edge)}`),
    "}",
  ];
  return lines.map((line) => `${line}\n`).join("");
}

const font = "Helvetica,Arial,sans-serif";

const page: Attributes = {
  rankdir: "LR",
  bgcolor: lightPage.background,
  fontname: font,
  fontsize: 16,
  fontcolor: lightPage.text,
  labelloc: "t",
  labeljust: "l",
  nodesep: 0.35,
  ranksep: 0.7,
  pad: 0.3,
};
const nodeDefaults: Attributes = { fontname: font, fontsize: 13, margin: "0.28,0.08", penwidth: 1.4 };
const edgeDefaults: Attributes = {
  fontname: font,
  fontsize: 10,
  fontcolor: lightPage.text,
  color: lightPage.line,
  penwidth: 1.2,
  arrowsize: 0.7,
};

const subgraph = ({ service, nodes }: Cluster) => [
  `  subgraph ${quoted(`cluster_${service}`)} {`,
  `    graph ${list({ ...cluster, label: service })}`,
  ...nodes.map((node) => `    ${quoted(node.address)} ${vertex(node)}`),
  "  }",
];

const cluster: Attributes = {
  style: "rounded,filled",
  fillcolor: lightPage.cluster,
  color: lightPage.border,
  fontsize: 14,
  margin: 16,
};

const shapes: Readonly<Record<Kind, { readonly shape: string; readonly style: string }>> = {
  code: { shape: "box", style: "rounded,filled" },
  data: { shape: "cylinder", style: "filled" },
  other: { shape: "hexagon", style: "filled" },
};

function vertex({ kind, name, module, only, place }: Node): string {
  const { fill, stroke, text } = light[kind];
  const { shape, style } = shapes[kind];
  const colors = { fillcolor: fill, color: stroke, fontcolor: text };
  const lines = [name, module, ...(place ? [place] : []), ...(only.length > 0 ? [only.join(", ")] : [])];
  return list({ label: lines, shape, style: only.length > 0 ? `${style},dashed` : style, ...colors, class: kind });
}

const styles: Readonly<Record<Edge["kind"], Attributes>> = {
  use: {},
  flow: { penwidth: 2.4 },
  reference: { style: "dashed" },
};

function arrow({ from, to, kind, isBothWays, label }: Edge): string {
  const attributes = { label: label && ` ${label} `, ...styles[kind], ...(isBothWays ? { dir: "both" } : {}) };
  return `${quoted(from)} -> ${quoted(to)} ${list(attributes)}`.trimEnd();
}

/** Attributes in brackets; an array is a text of several lines. */
function list(attributes: Attributes): string {
  const all = Object.entries(attributes).filter(([, value]) => value !== "");
  return all.length > 0 ? `[${all.map(([name, value]) => `${name}=${attribute(value)}`).join(", ")}]` : "";
}

const attribute = (value: Attribute): string =>
  typeof value === "object" ? `"${value.map(escaped).join("\\n")}"` : quoted(String(value));

const quoted = (text: string): string => `"${escaped(text)}"`;

/** In DOT a backslash begins an escape, and Graphviz reads entities of HTML in every text. */
const escaped = (text: string): string =>
  clean(text).replaceAll("&", "&amp;").replaceAll("\\", "\\\\").replaceAll('"', '\\"');

/** Text without what XML cannot hold. */
const clean = (text: string): string => printable(text).replace(/\p{Noncharacter_Code_Point}/gu, "\ufffd");
