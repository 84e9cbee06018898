export { chosen } from "./chosen";
export { compose } from "./compose";
export { escapeAll, escapeTemplate } from "./escape";
export { outputOf } from "./instances";
export { upFrom } from "./parts";
export { isPlainText, publishedName } from "./shared";
export type { Artifact, Call, Exported, Foreign, Publishing, Root, Stack } from "./stack";
