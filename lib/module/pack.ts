import type { Fields, ObjectSchema, Output } from "../schema";

/** Values of which some are known to Terraform only, and absent here. */
export type Known<T> = T extends readonly (infer Item)[]
  ? readonly Known<Item>[]
  : T extends object
    ? { readonly [K in keyof T]?: Known<T[K]> }
    : T;

/** A component in one environment, as the pack of its module sees it. */
export interface Watched<I extends ObjectSchema = ObjectSchema, O extends Fields = Fields, T = unknown> {
  /** Its address, for people: `orders.table`. */
  readonly address: string;
  /** Its inputs, defaults among them. */
  readonly inputs: Known<Output<I>>;
  readonly thresholds: T;
  /** A reference to one of its outputs, as text of the spec. */
  readonly output: (name: keyof O & string) => string;
}

/**
 * What is watched of the components of a module: alarms by name, and the series of its signals by name. Both are values
 * of a spec: texts may hold references.
 */
export interface Pack<I extends ObjectSchema = ObjectSchema, O extends Fields = Fields, T extends Fields = Fields> {
  /** When alarms go off; numbers with their unit in the name. The word `thresholds` of a component. */
  readonly thresholds: ObjectSchema<T>;
  readonly alarms: (component: Watched<I, O, Output<ObjectSchema<T>>>) => Readonly<Record<string, object>>;
  readonly signals: (
    component: Watched<I, O, Output<ObjectSchema<T>>>,
  ) => Readonly<Record<string, Readonly<Record<string, object>>>>;
}
