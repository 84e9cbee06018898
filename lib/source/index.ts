export { Sources } from "../diagnostic";
export { expandGlob } from "./glob";
export { loadText } from "./load";
export {
  isEmpty,
  type Located,
  type LocatedEntry,
  type LocatedList,
  type LocatedMap,
  type LocatedReference,
  type LocatedScalar,
  locate,
  locateKey,
} from "./located";
export { type Parsed, parse } from "./parse";
export { type ReadValue, type Reference, read } from "./read";
export { readScalar, type ScalarReading } from "./scalar";
export type { Shape } from "./shape";
