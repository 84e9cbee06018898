export type { Access, Connections, Edge, Flow, Network, NetworkUse, Statement } from "./connections";
export {
  defineModule,
  type Module,
  type ModuleClass,
  type ModuleInputs,
  type ModuleOutputs,
  type Static,
} from "./definition";
export type { Importable, Imports } from "./importable";
export type { Known, Pack, Watched } from "./pack";
export {
  Address,
  component,
  components,
  type Neighbour,
  parts,
  type Said,
  type Surroundings,
  type Watch,
  type Wording,
} from "./wording";
