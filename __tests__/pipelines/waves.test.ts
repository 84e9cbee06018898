import { groupsOf, wavesOf } from "../../lib/pipelines/waves";
import type { TerraformRoot } from "../../lib/render";

const root = (name: string, ...after: readonly string[]): TerraformRoot => ({
  name,
  environment: name.split("/")[0] as string,
  folder: name,
  values: [],
  after,
  state: {},
});

const named = (...roots: readonly TerraformRoot[]) =>
  wavesOf(roots).map(
    ({ environment, number, roots: all }) => `${environment} ${number}: ${all.map(({ name }) => name)}`,
  );

test.each([
  ["one root per environment", [root("dev"), root("prod")], ["dev 1: dev", "prod 1: prod"]],
  [
    "a chain, in whichever order it is given",
    [root("dev/c", "dev/b"), root("dev/a"), root("dev/b", "dev/a")],
    ["dev 1: dev/a", "dev 2: dev/b", "dev 3: dev/c"],
  ],
  [
    "a diamond: what is in the middle goes abreast",
    [root("dev/a"), root("dev/b", "dev/a"), root("dev/c", "dev/a"), root("dev/d", "dev/b", "dev/c")],
    ["dev 1: dev/a", "dev 2: dev/b,dev/c", "dev 3: dev/d"],
  ],
  [
    "a shortcut does not bring a root forward",
    [root("dev/a"), root("dev/b", "dev/a"), root("dev/c", "dev/a", "dev/b")],
    ["dev 1: dev/a", "dev 2: dev/b", "dev 3: dev/c"],
  ],
  [
    "environments in the order of the spec",
    [root("prod/a"), root("dev/b", "dev/a"), root("dev/a")],
    ["prod 1: prod/a", "dev 1: dev/a", "dev 2: dev/b"],
  ],
])("waves of %s", (_, roots, expected) => {
  expect(named(...roots)).toEqual(expected);
});

test("groups hold everything once, in order, and no more than their size", () => {
  expect(groupsOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(groupsOf([1, 2], 2)).toEqual([[1, 2]]);
  expect(groupsOf([], 2)).toEqual([]);
});
