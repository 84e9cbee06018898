import { say, template } from "../message";
import { absent, type Condition, present } from "./condition";
import type { Rule } from "./rule";

/** An optional member must be there when a condition holds; one inside another member, when that one is there. */
export const requiredWhen = <const Path extends string>(path: Path, when: Condition<Path>): Rule<Path> =>
  conditional("requiredWhen", absent(path), "is required when", when);

/** An optional member must not be there when a condition holds. */
export const forbiddenWhen = <const Path extends string>(path: Path, when: Condition<Path>): Rule<Path> =>
  conditional("forbiddenWhen", present(path), "must not be set when", when);

function conditional<Path extends string>(
  keyword: string,
  fault: Condition<Path>,
  demand: string,
  when: Condition<Path>,
): Rule<Path> {
  const paths = [fault.path, when.path];
  const parent = fault.path.split(".").slice(0, -1).join(".");
  return {
    keyword,
    paths,
    absentable: when.value === undefined && !when.isAsked ? paths : [fault.path],
    conditions: [when],
    summary: `${fault.path} ${demand} ${when.path} ${when.words}`,
    breaches(facts) {
      const holds = [fault, when].every((one) => !facts.isUnknown(one.path) && one.holds(facts.get(one.path)));
      if (!holds || (parent && facts.get(parent) === undefined)) return [];
      const message = say`${facts.name(fault.path)} ${demand} ${facts.name(when.path)} ${when.words}`;
      return [{ path: fault.holds(undefined) ? [] : fault.path.split("."), message }];
    },
    terraform(hcl) {
      const [holds, applies] = [fault, when].map((one) => one.terraform(hcl.get(one.path)));
      const message = say`${hcl.name(fault.path)} ${demand} ${hcl.name(when.path)} ${when.words}`;
      const isThere = parent ? `${hcl.get(parent)} != null && ` : "";
      return `${isThere}${holds} && ${applies} ? [${template(message)}] : []`;
    },
  };
}
