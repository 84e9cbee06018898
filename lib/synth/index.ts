export { inspect, type Synthesis, type SynthOptions, synth } from "./synth";
export type { Toolbox } from "./toolbox";
