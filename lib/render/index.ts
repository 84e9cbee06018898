export { rootOutputs } from "./directories";
export { providerOf, rootArguments, rootVersions, stateOf } from "./environment";
export { originOf } from "./source-map";
export { renderTree } from "./tree";
