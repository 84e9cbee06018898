export { rootOutputs } from "./directories";
export { backendOf, providerOf, rootArguments, rootVersions } from "./environment";
export { originOf } from "./source-map";
export { renderTree } from "./tree";
