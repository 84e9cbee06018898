export {
  boolean,
  integer,
  list,
  map,
  number,
  object,
  oneOf,
  optional,
  string,
} from "./builder";
export { check, type IsUnknown } from "./check";
export { isRecord, withDefaults } from "./defaults";
export { type JsonSchema, jsonSchema } from "./json-schema";
export { assertPattern } from "./pattern";
export type { Problem } from "./problem";
export { type InputRow, inputRows } from "./rows";
export * from "./rules";
export type {
  Fields,
  Input,
  ListSchema,
  MapSchema,
  ObjectOutput,
  ObjectSchema,
  Output,
  Paths,
  Schema,
} from "./schema";
export { bareType, terraformType } from "./terraform-type";
export { carrierOf, type Variable, variable, variables } from "./variable";
