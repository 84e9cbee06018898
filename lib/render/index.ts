export { bootstrapOf } from "./bootstrap";
export { rootOutputs } from "./directories";
export { rootArguments, rootVersions, stateOf } from "./environment";
export { lookupsOf, placeholdersVariable } from "./foreign";
export { inFolder, terraformJson } from "./json";
export { passedProviders, providersOf } from "./providers";
export { rootOf, rootsOf, type TerraformRoot } from "./roots";
export { originOf } from "./source-map";
export { renderTree } from "./tree";
