import { toDot } from "./dot";
import type { Graph, Kind } from "./model";
import { type Colors, dark, darkPage } from "./palette";

/** A graph as an SVG image, laid out by Graphviz; dark where the reader's page is. */
export async function toSvg(graph: Graph): Promise<string> {
  // Only here: Graphviz is a megabyte of WebAssembly.
  const { instance } = await import("@viz-js/viz");
  const svg = (await instance()).renderString(toDot(graph), { format: "svg", engine: "dot" });
  return svg.replace(/<svg[^>]*>\n/, (opening) => `${opening}<style>\n${style}${darkStyle}</style>\n`);
}

/** What Graphviz cannot say: the first line of a label is the name, and texts keep off the lines beside them. */
const style = `.graph > text, .cluster text, .node text:first-of-type { font-weight: bold; }
.node text { font-size: 10px; }
.node text:first-of-type { font-size: 13px; }
.cluster text { transform: translate(6px, 3px); }
.edge text { transform: translate(0, -2px); }
`;

/** Rules of a style sheet are stronger than the colours that Graphviz sets as attributes. */
const darkStyle = `@media (prefers-color-scheme: dark) {
.graph > polygon { fill: ${darkPage.background}; }
.graph > text, .cluster text, .edge text { fill: ${darkPage.text}; }
.cluster path { fill: ${darkPage.cluster}; stroke: ${darkPage.border}; }
.edge path { stroke: ${darkPage.line}; }
.edge polygon { fill: ${darkPage.line}; stroke: ${darkPage.line}; }
${(Object.entries(dark) as [Kind, Colors][]).map(nodeRules).join("")}}
`;

function nodeRules([kind, { fill, stroke, text }]: readonly [Kind, Colors]): string {
  const shapes = ["path", "polygon", "polyline"].map((shape) => `.${kind} ${shape}`).join(", ");
  return `${shapes} { fill: ${fill}; stroke: ${stroke}; }\n.${kind} text { fill: ${text}; }\n`;
}
