export { compose } from "./compose";
export { escapeAll, escapeTemplate } from "./escape";
export type { Artifact, Call, Root, Stack } from "./stack";
