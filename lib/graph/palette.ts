import type { Kind } from "./model";

/** Colours as `#rrggbb`. */
export interface Colors {
  readonly fill: string;
  readonly stroke: string;
  readonly text: string;
}

/** Dark text on pale shapes: readable on a white page and on a dark one. */
export const light: Readonly<Record<Kind, Colors>> = {
  code: { fill: "#ffedd5", stroke: "#ea580c", text: "#7c2d12" },
  data: { fill: "#dbeafe", stroke: "#2563eb", text: "#1e3a8a" },
  other: { fill: "#f3e8ff", stroke: "#9333ea", text: "#581c87" },
};

/** Pale text on dark shapes, for a dark page. */
export const dark: Readonly<Record<Kind, Colors>> = {
  code: { fill: "#43200d", stroke: "#fb923c", text: "#ffedd5" },
  data: { fill: "#14264d", stroke: "#60a5fa", text: "#dbeafe" },
  other: { fill: "#341155", stroke: "#c084fc", text: "#f3e8ff" },
};

interface Page {
  readonly background: string;
  readonly cluster: string;
  readonly border: string;
  readonly text: string;
  readonly line: string;
}

/** What is around the components, on a white page. */
export const lightPage: Page = {
  background: "#ffffff",
  cluster: "#f8fafc",
  border: "#cbd5e1",
  text: "#334155",
  line: "#64748b",
};

/** What is around the components, on a dark page. */
export const darkPage: Page = {
  background: "#0d1117",
  cluster: "#161b22",
  border: "#3d444d",
  text: "#d1d7e0",
  line: "#9198a1",
};
