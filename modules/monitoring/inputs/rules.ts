import type { Rule } from "../../../lib/schema";
import { say, template } from "../../../lib/schema/message";

const used = "is the key of an alarm, too: use another name";

/** Both kinds of alarms share their names. */
export const keysDiffer: Rule<"composite_alarms" | "alarms"> = {
  keyword: "keysDiffer",
  paths: ["composite_alarms", "alarms"],
  summary: "no key of composite_alarms may be one of alarms",
  breaches(facts) {
    if (facts.isUnknown("composite_alarms") || facts.isUnknown("alarms")) return [];
    const alarms = Object.keys(facts.get("alarms") ?? {});
    const keys = Object.keys(facts.get("composite_alarms") ?? {}).filter((key) => alarms.includes(key));
    return keys.map((key) => ({
      path: ["composite_alarms", key],
      message: say`${facts.name(["composite_alarms", key])} ${used}`,
    }));
  },
  terraform(hcl) {
    const message = say`${hcl.name("composite_alarms")}["${{ hcl: "key" }}"] ${used}`;
    return `[for key in ${hcl.keys("composite_alarms")} : ${template(message)} if contains(${hcl.keys("alarms")}, key)]`;
  },
};

const mostActions = 4;
const actions = `must not have more than ${mostActions} recipients with action: an alarm acts upon 5, of which the topic is one`;

/** Actions per alarm: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
export const fewActions = <const Severity extends string>(severity: Severity): Rule<Severity> => ({
  keyword: "fewActions",
  paths: [`${severity}.*.action`],
  summary: `${severity} ${actions}`,
  breaches(facts) {
    if (facts.all(`${severity}.*.action`).length <= mostActions) return [];
    return [{ path: [severity], message: say`${facts.name(severity)} ${actions}` }];
  },
  terraform(hcl) {
    const all = hcl.all(`${severity}.*.action`, () => "[true]");
    return `length(${all}) <= ${mostActions} ? [] : [${template(say`${hcl.name(severity)} ${actions}`)}]`;
  },
});

const mostWidgets = 490;
const widgets = `must not have more than ${mostWidgets} rows and graphs together: CloudWatch shows 500, and 10 are kept for alarms`;

/** Widgets per dashboard: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html */
export const fewWidgets: Rule<"rows"> = {
  keyword: "fewWidgets",
  paths: ["rows", "rows.*.widgets.*"],
  summary: `rows ${widgets}`,
  breaches(facts) {
    const count = facts.all("rows.*").length + facts.all("rows.*.widgets.*").length;
    return count <= mostWidgets ? [] : [{ path: ["rows"], message: say`${facts.name("rows")} ${widgets}` }];
  },
  terraform(hcl) {
    const [rows, graphs] = ["rows.*", "rows.*.widgets.*"].map((path) => hcl.all(path, () => "[true]"));
    const message = template(say`${hcl.name("rows")} ${widgets}`);
    return `length(${rows}) + length(${graphs}) <= ${mostWidgets} ? [] : [${message}]`;
  },
};

const mostColumns = 24;
const columns = `must not have graphs by more than ${mostColumns} keys: graphs of one key are below one another, and a dashboard is ${mostColumns} wide`;

/** Width of a dashboard: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html */
export const fewColumns: Rule<"rows"> = {
  keyword: "fewColumns",
  paths: ["rows", "rows.*.widgets"],
  summary: `rows ${columns}`,
  breaches(facts) {
    const keys = new Set(facts.all("rows.*.widgets").flatMap(({ value }) => Object.keys(value as object)));
    return keys.size <= mostColumns ? [] : [{ path: ["rows"], message: say`${facts.name("rows")} ${columns}` }];
  },
  terraform(hcl) {
    const keys = hcl.all("rows.*.widgets", (widgets) => `keys(${widgets})`);
    return `length(distinct(${keys})) <= ${mostColumns} ? [] : [${template(say`${hcl.name("rows")} ${columns}`)}]`;
  },
};
