export { rootOutputs } from "./directories";
export { backendOf, providerOf, rootArguments, rootVersions } from "./environment";
export { renderModule } from "./module";
export { originOf } from "./source-map";
export { renderTree } from "./tree";
