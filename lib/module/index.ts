export type { Access, Connections, Edge, Flow, Statement } from "./connections";
export { defineModule, type Module, type ModuleClass, type ModuleInputs, type ModuleOutputs } from "./definition";
