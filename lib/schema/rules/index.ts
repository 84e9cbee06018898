export { absent, type Condition, filled, is, present } from "./condition";
export { definedIn, keysNotTaken, usedBy } from "./keys";
export { ordered } from "./order";
export { atMostOneOf, exactlyOneOf } from "./presence";
export type { Rule } from "./rule";
export { forbiddenWhen, requiredWhen } from "./when";
