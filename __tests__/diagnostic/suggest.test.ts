import { suggest } from "../../lib/diagnostic";

const inputs = ["memory_size", "timeout", "handler", "runtime", "VPC", "id"];

test.each([
  ["memory_sise", "memory_size"],
  ["memorysize", "memory_size"],
  ["memroy_size", "memory_size"],
  ["Timeout", "timeout"],
  ["vpc", "VPC"],
  ["runtimes", "runtime"],
  ["bucket", undefined],
  ["xy", undefined],
  ["", undefined],
  ["memory_size".repeat(20), undefined],
])("%s means %s", (value, expected) => {
  expect(suggest(value, inputs)).toBe(expected);
});

test("the same but for case comes before what is nearer in the list", () => {
  expect(suggest("NAME", ["names", "name"])).toBe("name");
});

test("of several that are equally near the first", () => {
  expect(suggest("table", ["tables", "cable"])).toBe("tables");
});
