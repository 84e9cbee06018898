export { editorSchema } from "./editor-schema";
export { specJsonSchema, type Vocabulary } from "./json-schema";
export type { Known } from "./known";
