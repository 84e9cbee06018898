export { type Diagnostic, type Location, type Related, UserError, type Via } from "./diagnostic";
export { format } from "./format";
export { type JsonDiagnostic, toJson } from "./json";
export { printable } from "./printable";
export { stepsTo } from "./related";
export { shellWord } from "./shell-word";
export { type Position, Sources } from "./sources";
export { suggest } from "./suggest";
