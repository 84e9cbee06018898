import type { Edge, Graph, Node } from "../../lib/graph";

export const node = (address: string, more: Partial<Node> = {}): Node => ({
  address,
  label: address.replace(".", "_"),
  name: address.split(".")[1] as string,
  module: "lambda",
  kind: "code",
  only: [],
  ...more,
});

export const edge = (from: string, to: string, more: Partial<Edge> = {}): Edge => ({
  from,
  to,
  isBothWays: false,
  kind: "use",
  label: "",
  ...more,
});

/** One service, `a`, of two components: `a.f`, which runs code, and `a.t`, which holds data. */
export const pair = (edges: readonly Edge[], more: Partial<Node> = {}, title = "shop"): Graph => ({
  title,
  clusters: [{ service: "a", nodes: [node("a.f"), node("a.t", { module: "dynamodb", kind: "data", ...more })] }],
  edges,
});

/** A graph in which every text is the same. */
export const saying = (text: string): Graph => ({
  title: text,
  clusters: [{ service: text, nodes: [node("a.f", { name: text, module: text, only: [text], place: text })] }],
  edges: [edge("a.f", "a.f", { label: text })],
});
