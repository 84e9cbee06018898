/** What reading needs to know of a schema; each Schema of lib/schema is one. */
export interface Shape {
  readonly type: "string" | "number" | "integer" | "boolean" | "array" | "object";
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape;
  readonly items?: Shape;
  /** Messages do not show the value. */
  readonly sensitive?: boolean;
  /** The text names a component. */
  readonly component?: object;
}

/** The schema of a key of an object; undefined where the schema does not know the key. */
export function shapeOf(shape: Shape | undefined, key: string): Shape | undefined {
  const { properties, additionalProperties } = shape ?? {};
  return properties && Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
}
