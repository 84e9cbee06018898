export { type Changes, compare, type Refusal, type Tree } from "./compare";
export { manifestPath } from "./manifest";
export { write } from "./write";
