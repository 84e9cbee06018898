import type { Diagnostic } from "../diagnostic";
import type { Located, LocatedList, LocatedMap, LocatedScalar } from "./located";
import { readScalar, shown } from "./scalar";
import { type Shape, shapeOf } from "./shape";

/** A value as plain data, and what is wrong with how it is written. */
export interface ReadValue {
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a text stands for that is no plain data, opaque here; undefined where it is plain. */
export type Reference = (scalar: LocatedScalar, shape: Shape | undefined) => unknown;

interface Reading {
  readonly reference: Reference;
  readonly diagnostics: Diagnostic[];
}

interface Expected {
  readonly kind: Located["kind"];
  readonly name: string;
  readonly help: string;
}

const EXPECTED: Record<Shape["type"], Expected> = {
  array: { kind: "list", name: "a list", help: "write each item on a line of its own, after a dash and a space" },
  object: { kind: "map", name: "a mapping", help: "write one `key: value` on each line, indented" },
  string: { kind: "scalar", name: "a text", help: "write one value after the key" },
  integer: { kind: "scalar", name: "an integer", help: "write one number after the key" },
  number: { kind: "scalar", name: "a number", help: "write one number after the key" },
  boolean: { kind: "scalar", name: "true or false", help: "write true or false after the key" },
};

/**
 * A value as plain data, its scalars read as the schema says; what `reference` makes of a text stands for that text
 * whatever the schema says. Whether keys, ranges and patterns are right is not looked at. What the schema does not know
 * and what is reported here is returned by its own shape, scalars as text: who checks on leaves out what lies at a
 * place reported here. `name` is how messages call the value itself.
 */
export function read(schema: Shape, value: Located, reference: Reference, name = ""): ReadValue {
  const reading: Reading = { reference, diagnostics: [] };
  return { value: readValue(schema, value, name, reading), diagnostics: reading.diagnostics };
}

function readValue(shape: Shape | undefined, value: Located, name: string, reading: Reading): unknown {
  if (value.kind === "scalar") return readText(shape, value, name, reading);
  const expected = shape && EXPECTED[shape.type];
  const isWrong = expected !== undefined && expected.kind !== value.kind;
  if (isWrong)
    report(
      value,
      name,
      `must be ${expected.name}, got ${value.kind === "list" ? "a list" : "a mapping"}`,
      expected.help,
      reading,
    );
  const known = isWrong ? undefined : shape;
  return value.kind === "list" ? readList(known, value, name, reading) : readMap(known, value, name, reading);
}

function readList(shape: Shape | undefined, { items }: LocatedList, name: string, reading: Reading): unknown[] {
  return items.map((item, index) => readValue(shape?.items, item, `${name}[${index}]`, reading));
}

function readMap(shape: Shape | undefined, { entries }: LocatedMap, name: string, reading: Reading): object {
  const prefix = name && `${name}.`;
  const read = Array.from(entries, ([key, { value }]) => [
    key,
    readValue(shapeOf(shape, key), value, `${prefix}${key}`, reading),
  ]);
  return Object.fromEntries(read);
}

function readText(shape: Shape | undefined, scalar: LocatedScalar, name: string, reading: Reading): unknown {
  const referenced = reading.reference(scalar, shape);
  if (referenced !== undefined) return referenced;
  if (shape === undefined) return scalar.text;
  const expected = EXPECTED[shape.type];
  const read = readScalar(shape, scalar);
  if ("problem" in read) report(scalar, name, read.problem, read.help, reading);
  else if (expected.kind === "scalar") return read.value;
  else report(scalar, name, `must be ${expected.name}, got ${shown(scalar)}`, expected.help, reading);
  return scalar.text;
}

function report({ location }: Located, name: string, problem: string, help: string, reading: Reading): void {
  reading.diagnostics.push({ message: `${name || "the value"} ${problem}`, location, help });
}
