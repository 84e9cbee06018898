import type { Pack, Watched } from "../lib/module";
import type { Fields, Input, ObjectSchema, Output } from "../lib/schema";
import { integer, number } from "../lib/schema";
import type { alarm, metric, series } from "./aws-alarms";

export type Alarm = Input<typeof alarm>;
export type Metric = Input<typeof metric>;
export type Series = Input<typeof series>;

/** The four golden signals: https://sre.google/sre-book/monitoring-distributed-systems/ */
export type Signal = "errors" | "latency" | "saturation" | "traffic";
export type Signals = Readonly<Partial<Record<Signal, Readonly<Record<string, Series>>>>>;

/** Declares the pack of a module with these inputs and outputs. */
export const packOf =
  <I extends ObjectSchema, O extends Fields>(_inputs: I, _outputs: O) =>
  <T extends Fields>(pack: {
    readonly thresholds: ObjectSchema<T>;
    readonly alarms: (component: Watched<I, O, Output<ObjectSchema<T>>>) => Readonly<Record<string, Alarm>>;
    readonly signals: (component: Watched<I, O, Output<ObjectSchema<T>>>) => Signals;
  }): Pack<I, O, T> =>
    pack as Pack<I, O, T>;

/** A share of something, in percent. */
export const percent = (value: number, description: string) =>
  number({ default: value, minimum: 0, maximum: 100, description });

/** How much must happen in a period before a share of it means something. */
export const minimumTraffic = (what: string) =>
  integer({ default: 20, minimum: 1, description: `${what} in a period below which no share of them counts.` });

/** How often something may happen in a period. */
export const atMost = (value: number, what: string) =>
  integer({ default: value, minimum: 0, description: `${what} in a period that are still in order.` });

/** The share of a metric in another, in percent; 0 while there is little traffic. */
export const share = (part: Metric, whole: Metric, minimum: number): Alarm["math"] => ({
  expression: `IF(whole >= ${minimum}, 100 * part / whole, 0)`,
  metrics: { part, whole },
});

/** An alarm or none, for records of alarms. */
export const when = (isGiven: boolean, alarms: () => Readonly<Record<string, Alarm>>) => (isGiven ? alarms() : {});
