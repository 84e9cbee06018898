export { chosen } from "./chosen";
export { compose } from "./compose";
export { escapeAll, escapeTemplate } from "./escape";
export { outputOf } from "./instances";
export type { Artifact, Call, Exported, Publishing, Root, Stack } from "./stack";
