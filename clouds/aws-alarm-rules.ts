import type { Rule } from "../lib/schema";
import { literal } from "../lib/schema/hcl";
import { say, template } from "../lib/schema/message";

// All of these: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html

const short = [10, 20, 30];
const periods = `must be ${short.join(", ")} or a multiple of 60`;

/** Alarms know no other periods. */
export const periodOfAlarms: Rule<"period"> = {
  keyword: "periodOfAlarms",
  paths: ["period"],
  shown: ["period"],
  summary: `period ${periods}`,
  breaches(facts) {
    const period = facts.get("period");
    if (facts.isUnknown("period") || typeof period !== "number") return [];
    if (short.includes(period) || period % 60 === 0) return [];
    return [{ path: ["period"], message: say`${facts.name("period")} ${periods}, got ${period}` }];
  },
  terraform(hcl) {
    const period = hcl.get("period");
    const message = say`${hcl.name("period")} ${periods}, got ${{ hcl: period }}`;
    return `contains(${literal(short)}, ${period}) || ${period} % 60 == 0 ? [] : [${template(message)}]`;
  },
};

const [hour, day, week] = [3600, 86400, 604800];
const longest = `must be at most ${day} seconds, or ${week} with a period of ${hour} and more`;

/** An alarm looks back for a day, or for a week where its periods are long. */
export const window: Rule<"period" | "evaluation_periods"> = {
  keyword: "window",
  paths: ["period", "evaluation_periods"],
  shown: ["period", "evaluation_periods"],
  summary: `period times evaluation_periods ${longest}`,
  breaches(facts) {
    const [period, count] = [facts.get("period"), facts.get("evaluation_periods")];
    if (facts.isUnknown("period") || facts.isUnknown("evaluation_periods")) return [];
    if (typeof period !== "number" || typeof count !== "number") return [];
    if (period * count <= (period < hour ? day : week)) return [];
    const product = say`${facts.name("period")} times ${facts.name("evaluation_periods")}`;
    return [{ path: ["evaluation_periods"], message: say`${product} ${longest}, got ${period} and ${count}` }];
  },
  terraform(hcl) {
    const [period, count] = [hcl.get("period"), hcl.get("evaluation_periods")];
    const product = say`${hcl.name("period")} times ${hcl.name("evaluation_periods")}`;
    const message = say`${product} ${longest}, got ${{ hcl: period }} and ${{ hcl: count }}`;
    return `${period} * ${count} <= (${period} < ${hour} ? ${day} : ${week}) ? [] : [${template(message)}]`;
  },
};

const ofBands = ["GreaterThanUpperThreshold", "LessThanLowerThreshold", "LessThanLowerOrGreaterThanUpperThreshold"];
const onlyBands = "is for anomaly alone";
const noBand = `is not for anomaly: use ${ofBands.join(" or ")}`;

/** A band of expected values has operators of its own. */
export const comparisonFits: Rule<"comparison" | "anomaly"> = {
  keyword: "comparisonFits",
  paths: ["comparison", "anomaly"],
  shown: ["comparison"],
  summary: `${ofBands.join(", ")} are for anomaly, and for nothing else`,
  breaches(facts) {
    const comparison = facts.get("comparison");
    if (facts.isUnknown("comparison") || facts.isUnknown("anomaly") || typeof comparison !== "string") return [];
    const isOfBands = ofBands.includes(comparison);
    if (isOfBands === (facts.get("anomaly") !== undefined)) return [];
    const message = say`${facts.name("comparison")} "${comparison}" ${isOfBands ? onlyBands : noBand}`;
    return [{ path: ["comparison"], message }];
  },
  terraform(hcl) {
    const comparison = hcl.get("comparison");
    const isOfBands = `contains(${literal(ofBands)}, ${comparison})`;
    const reason = { hcl: `${isOfBands} ? ${literal(onlyBands)} : ${literal(noBand)}` };
    const message = say`${hcl.name("comparison")} "${{ hcl: comparison }}" ${reason}`;
    const fits = `${isOfBands} == (${hcl.get("anomaly")} != null)`;
    return `${comparison} == null ? [] : ${fits} ? [] : [${template(message)}]`;
  },
};
