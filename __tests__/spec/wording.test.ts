import { isRecord } from "../../lib/schema";
import { Mention } from "../../lib/spec";
import { callers } from "../support/callers";
import { load, problems } from "./project";

const given = { registry: callers };

const services = (lines: string) => `services:\n  a:\n${lines.replaceAll(/^/gm, "    ")}`;

const plain = (value: unknown): unknown =>
  value instanceof Mention
    ? value.text
    : Array.isArray(value)
      ? value.map(plain)
      : isRecord(value)
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
        : value;

test("an address becomes references to the component that it names", async () => {
  const loaded = await load(services("one: { module: echo }\ntwo: { module: caller, to: a.one }"), given);
  expect(plain(loaded.values("a.two", "dev"))).toEqual({
    words: ["${a.one.text}"],
    text: "${region}",
    labels: {},
    entries: {},
  });
});

test("what is said stays beside what it comes to", async () => {
  const loaded = await load(services("one: { module: echo }\ntwo: { module: caller, to: a.one }"), given);
  expect(loaded.component("a.two").said.dev).toMatchObject({ to: { text: "a.one" } });
});

const three = (watch: string, more = "") =>
  services(
    [
      "one: { module: watched, count_of: 9, thresholds: { most: 5 } }",
      'two: { module: watched, only: [prod], count_of: "${local.x}" }',
      `all: { module: caller, watch: [${watch}]${more} }`,
    ].join("\n"),
  );

test("a pattern watches what there is in each environment, with the thresholds that each has", async () => {
  const loaded = await load(three('"*"'), given);
  expect(loaded.values("a.all", "dev")?.labels).toEqual({ "a.one.loud": "a.one above 5 of 9" });
  expect(loaded.values("a.all", "prod")?.labels).toEqual({
    "a.one.loud": "a.one above 5 of 9",
    "a.two.loud": "a.two above 3 of ?",
  });
});

test.each([
  ['"a.*"', ["a.one.loud", "a.two.loud"]],
  ['"*.one"', ["a.one.loud"]],
  ['"*.*"', ["a.one.loud", "a.two.loud"]],
  ['"a.t*"', ["a.two.loud"]],
  ["a.one, a.two", ["a.one.loud", "a.two.loud"]],
  ['a.one, "*"', ["a.one.loud", "a.two.loud"]],
])("%s watches %j", async (watch, alarms) => {
  const loaded = await load(three(watch), given);
  expect(Object.keys(loaded.values("a.all", "prod")?.labels ?? {})).toEqual(alarms);
});

test("thresholds are no inputs of the module", async () => {
  expect((await load(three('"*"'), given)).values("a.one", "dev")).toEqual({ count_of: 9 });
});

test("an exception leaves out what it names", async () => {
  const loaded = await load(three('"*"', ', except: ["a.one.*"]'), given);
  expect(Object.keys(loaded.values("a.all", "prod")?.labels ?? {})).toEqual(["a.two.loud"]);
});

test("an exception that holds in one environment alone is none too many in the others", async () => {
  expect(await problems(three('"*"', ", except: [a.two.loud]"), given)).toEqual([]);
});

test("an exception that holds nowhere is refused once", async () => {
  expect(await problems(three('"*"', ", except: [a.one.quiet]"), given)).toEqual([
    "groundplan.yaml:9:51 nothing is called a.one.quiet",
  ]);
});

test.each([
  ["to: a.none", "there is no component a.none"],
  ["to: a.two", "a.two cannot name itself"],
  ["to: a.three", "a.three is a component of caller, where one of echo or watched is wanted"],
  ['to: "a.*"', '"a.*" names several components, where one is wanted'],
  ['to: "${a.one.text}"', "a component is named by its address, not by a reference"],
  ['watch: ["b.*"]', 'no component matches "b.*"'],
  ["watch: ${local.x}", "${local.x} cannot stand here"],
  ["entries: ${local.x}", "${local.x} cannot stand here"],
])("%s is refused: %s", async (said, message) => {
  const lines = `one: { module: echo }\ntwo:\n  module: caller\n  ${said}\nthree: { module: caller }`;
  const found = await problems(services(lines), given);
  expect(found).toEqual([expect.stringMatching(/^groundplan\.yaml:10:\d+ /)]);
  expect(found[0]).toContain(message);
});
