export { bootstrapOf } from "./bootstrap";
export { rootOutputs } from "./directories";
export { atDeployVariables, rootArguments, rootVersions, stateOf } from "./environment";
export { passedProviders, providersOf } from "./providers";
export { originOf } from "./source-map";
export { renderTree } from "./tree";
