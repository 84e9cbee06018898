export { type Diagnostic, type Location, UserError } from "./diagnostic";
export { format } from "./format";
export { type JsonDiagnostic, toJson } from "./json";
export { printable } from "./printable";
export { type Position, Sources } from "./sources";
export { suggest } from "./suggest";
