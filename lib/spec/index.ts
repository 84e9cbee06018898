export { type AtDeploy, atDeployOf, keptOf } from "./at-deploy";
export { filledIn } from "./builtins";
export { specSchema } from "./component";
export type { Profile } from "./context";
export { linksOf } from "./cycles";
export { envelopeOf } from "./envelope";
export { type As, asOf } from "./ephemeral";
export type { Export } from "./exports";
export type { Import } from "./imports";
export { type Layer, layerOf } from "./layers";
export { loadProject, type SpecOptions } from "./load";
export { Mention, mentionIn, type Path, replaceReferences } from "./mention";
export { lastAddress, type Move } from "./moves";
export { networksOf } from "./network";
export type { Pipelines, Runner } from "./pipelines";
export {
  awsNameIn,
  CodeFolder,
  type Component,
  callsOf,
  type Environment,
  type Existing,
  labelOf,
  madeIn,
  moduleIn,
  moduleText,
  type Permission,
  type Place,
  type Project,
  type Use,
  type Value,
  type Values,
} from "./project";
export { type Provider, placeOf, seenFrom, settingOf } from "./provider";
export { resolutionOf } from "./resolution";
export { servicesOf } from "./states";
export { type Store, storesOf } from "./stores";
export { edgeSchema, permissionsSchema } from "./uses";
export { variablesOf } from "./wiring";
export { reservedWords } from "./words";
