/** Expressions: values that only Terraform may look into. Nothing here knows cdktf or a cloud. */
export {
  blocks,
  Dynamic,
  each,
  equals,
  forList,
  forMap,
  forOne,
  type Items,
  type Key,
  orNull,
  presentIf,
  type Value,
  when,
} from "./collections";
export { expr, json, omitNull, text } from "./hcl";
export { hcl, interpolation, type Part } from "./print";
export { literal, type Ref, reference, template } from "./ref";
export { type Expression, isRef } from "./state";
