export { type Inventory, parseInventory, type RenderedComponent, readInventory } from "./inventory";
export { type Script, scriptOf } from "./script";
export { type Transfer, transfersBetween, transfersOf } from "./transfers";
