import { say, template } from "../message";
import type { Rule } from "./rule";

/** One number must not be above another, where both are there. */
export const ordered = <const Path extends string>(lower: Path, upper: Path): Rule<Path> => ({
  keyword: "ordered",
  paths: [lower, upper],
  shown: [lower, upper],
  summary: `${lower} must not be above ${upper}`,
  breaches(facts) {
    const [least, most] = [facts.get(lower), facts.get(upper)];
    if (facts.isUnknown(lower) || facts.isUnknown(upper)) return [];
    if (typeof least !== "number" || typeof most !== "number" || least <= most) return [];
    const message = say`${facts.name(lower)} must not be above ${facts.name(upper)}, got ${least} and ${most}`;
    return [{ path: lower.split("."), message }];
  },
  terraform(hcl) {
    const [least, most] = [hcl.get(lower), hcl.get(upper)];
    const got = say`got ${{ hcl: least }} and ${{ hcl: most }}`;
    const message = say`${hcl.name(lower)} must not be above ${hcl.name(upper)}, ${got}`;
    return `${least} == null || ${most} == null ? [] : ${least} <= ${most} ? [] : [${template(message)}]`;
  },
});
