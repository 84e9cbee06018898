import { demands, isSensitive } from "./demands";
import { escaped } from "./hcl";
import { jsonTemplate, type Message, template } from "./message";
import { inputsPlace, memberPlace, type Place } from "./place";
import type { Rule } from "./rules/rule";
import type { ObjectSchema, Schema } from "./schema";
import { terraformType } from "./terraform-type";
import { all, offences, ofRules, testsOf } from "./validation";

/** A `variable` block in Terraform's JSON syntax. */
export interface Variable {
  readonly type: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly nullable?: false;
  readonly sensitive?: true;
  readonly ephemeral?: true;
  readonly validation?: readonly [Validation];
}

interface Validation {
  readonly condition: string;
  readonly error_message: string;
}

/** One input as a Terraform variable, with one validation for all that its schema demands. */
export const variable = (name: string, schema: Schema): Variable =>
  build(name, { type: "object", properties: { [name]: schema } }, []);

/**
 * The inputs of a module as Terraform variables. A rule between inputs is part of the validation of the first of them,
 * which may read the later ones (Terraform >= 1.9); never the other way round, as that could close a cycle.
 * @throws Error when a name is one that Terraform keeps for itself.
 */
export function variables(schema: ObjectSchema): Record<string, Variable> {
  const names = Object.keys(schema.properties);
  assertUnreserved(names);
  const carried = (name: string) => (schema.rules ?? []).filter((rule) => carrierOf(schema, rule) === name);
  return Object.fromEntries(names.map((name) => [name, build(name, schema, carried(name))]));
}

const inputsOf = (rule: Rule) => rule.paths.map((path) => path.split(".")[0] as string);

/** The input of which the validation reports a rule between inputs: the first that it reads. */
export const carrierOf = ({ properties }: ObjectSchema, rule: Rule): string =>
  Object.keys(properties).find((name) => inputsOf(rule).includes(name)) as string;

function build(name: string, inputs: ObjectSchema, rules: readonly Rule[]): Variable {
  const schema = inputs.properties[name] as Schema;
  const { description, default: value, optional } = schema;
  return {
    type: terraformType(schema),
    ...(description !== undefined && { description }),
    ...(optional ? { default: null } : value !== undefined && { default: value }),
    ...(!optional && { nullable: false }),
    ...(isSensitive(schema) && { sensitive: true }),
    ...(schema.ephemeral !== undefined && { ephemeral: true }),
    ...validationOf(name, inputs, rules),
  };
}

function validationOf(name: string, inputs: ObjectSchema, rules: readonly Rule[]): Pick<Variable, "validation"> {
  const place = memberPlace(inputsPlace(inputs), name, inputs.properties[name] as Schema);
  const lists = [...offences(place), ...ofRules(inputsPlace(inputs), rules)];
  if (!lists.length) return {};
  const plain = isScalar(place.schema) && !rules.length ? ofScalar(place) : ofLists(lists);
  const read = [name, ...rules.flatMap(inputsOf)].map((one) => inputs.properties[one] as Schema);
  if (!read.some(isSensitive)) return { validation: [plain] };
  const hidden = [...demands(place.schema, name), ...rules.map(({ summary }) => summary)];
  return { validation: [{ ...plain, error_message: escaped(hidden.join("\n")) }] };
}

const isScalar = ({ type }: Schema) => type !== "object" && type !== "array";

const ofLists = (lists: readonly string[]): Validation => ({
  condition: `\${length(${all(lists)}) == 0}`,
  error_message: `\${join("\\n", ${all(lists)})}`,
});

/** The same for a single value, as people would write it. Terraform evaluates the message even where all is well. */
function ofScalar(place: Place): Validation {
  const tests = testsOf(place);
  const holds = tests.map(([condition]) => condition).join(" && ");
  const isNullable = place.null === "absent";
  const condition = isNullable ? `\${${place.at} == null ? true : ${holds}}` : `\${${holds}}`;
  if (tests.length > 1) return { ...ofLists(offences(place)), condition };
  const message = tests[0]?.[1] as Message;
  const guarded = isNullable ? `\${${place.at} == null ? "" : ${template(message)}}` : jsonTemplate(message);
  return { condition, error_message: guarded };
}

// https://developer.hashicorp.com/terraform/language/values/variables
const RESERVED = ["source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals"];

function assertUnreserved(names: readonly string[]) {
  const bad = names.filter((name) => RESERVED.includes(name));
  if (bad.length) throw new Error(`Terraform has another use for these names of inputs: ${bad.join(", ")}`);
}
