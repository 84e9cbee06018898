export type { Difference } from "./differences";
export { type Moved, moveComponent } from "./move";
