export type { Backend, Place, Settings, State } from "./backend";
export { backends } from "./registry";
export { backendOf, cutOff, DEFAULT, placeOf, readingOf, stateSchema, whereOf, workspacesOf } from "./state";
