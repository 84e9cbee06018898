export { toDot } from "./dot";
export { graphOf } from "./graph";
export { toMermaid } from "./mermaid";
export type { Cluster, Edge, Graph, Kind, Node } from "./model";
export { toSvg } from "./svg";
