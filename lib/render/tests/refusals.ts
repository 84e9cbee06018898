import { carrierOf, check, type ObjectSchema, type Problem } from "../../schema";

/** Inputs of a module, by name. */
export type Call = Readonly<Record<string, unknown>>;

/** A problem, and the variable of which the validation reports it. */
export type Refusal = Problem & { readonly variable: string };

/** Tells why Terraform refuses a call: nothing where it does not. */
export type RefusalsOf = (call: Call) => readonly Refusal[];

/**
 * Tells why Terraform refuses a call of a module. A rule between inputs is reported by one of them alone, and a
 * variable says nothing while another that its validation reads is refused.
 */
export function refusalsBy(inputs: ObjectSchema): RefusalsOf {
  const reads = readsOf(inputs);
  const plain = { ...inputs, rules: [] };
  const ruled = (inputs.rules ?? []).map((rule) => ({
    variable: carrierOf(inputs, rule),
    schema: { ...inputs, rules: [rule] },
  }));
  return (call) => {
    const own = check(plain, call);
    const isRuleBroken = check(inputs, call).length > own.length;
    const between = (isRuleBroken ? ruled : []).flatMap(({ variable, schema }) =>
      check(schema, call).flatMap((problem) => (own.some(isSame(problem)) ? [] : [{ ...problem, variable }])),
    );
    const all = [...own.map((problem) => ({ ...problem, variable: String(problem.path[0]) })), ...between];
    return all.filter(({ variable }) => !all.some((other) => reads(variable).has(other.variable)));
  };
}

const isSame = (one: Problem) => (other: Problem) => one.keyword === other.keyword && one.message === other.message;

/** The other variables that the validation of a variable reads, and those that theirs read. */
function readsOf(inputs: ObjectSchema): (variable: string) => ReadonlySet<string> {
  const direct = (variable: string) =>
    (inputs.rules ?? [])
      .filter((rule) => carrierOf(inputs, rule) === variable)
      .flatMap(({ paths }) => paths.map((path) => path.split(".")[0] as string))
      .filter((name) => name !== variable);
  const all = (variable: string): string[] => direct(variable).flatMap((name) => [name, ...all(name)]);
  return (variable) => new Set(all(variable));
}
