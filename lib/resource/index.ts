/** Resources of a module body, on cdktf's bindings. */
export type { Block, Body, Settings } from "./body";
export { type Attribute, Handle, Handles } from "./handle";
export { type Given, open } from "./open";
export { dataSource, eachResource, optionalDataSource, optionalResource, resource } from "./resource";
