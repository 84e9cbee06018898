/** Groundplan as a library; what needs cdktf and its bindings is in `groundplan/constructs`. */
export type { Cloud } from "./lib/cloud";
export { compose, type Stack } from "./lib/compose";
export {
  type Diagnostic,
  format,
  type JsonDiagnostic,
  type Location,
  printable,
  Sources,
  stepsTo,
  suggest,
  toJson,
  UserError,
} from "./lib/diagnostic";
export { type Graph, graphOf, toDot, toMermaid, toSvg } from "./lib/graph";
export { Address, defineModule, type Module, type ModuleInputs, type ModuleOutputs } from "./lib/module";
export { type Moved, moveComponent } from "./lib/move";
export * from "./lib/schema";
export { locate } from "./lib/source";
export {
  CodeFolder,
  type Component,
  type Environment,
  envelopeOf,
  type Layer,
  layerOf,
  loadProject,
  Mention,
  moduleIn,
  moduleText,
  networksOf,
  type Profile,
  type Project,
  placeOf,
  specSchema,
  type Use,
  type Value,
  variablesOf,
} from "./lib/spec";
export { specJsonSchema } from "./lib/spec/editor";
export { inspect, type Synthesis, type SynthOptions, synth, type Toolbox } from "./lib/synth";
export type { Changes } from "./lib/write";
export { toolbox } from "./toolbox";
