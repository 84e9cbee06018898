const loaded: string[] = [];

beforeEach(() => {
  loaded.length = 0;
  jest.resetModules();
  for (const name of ["cdktf", "constructs"])
    jest.doMock(name, () => {
      loaded.push(name);
      return jest.requireActual(name);
    });
});

afterEach(() => jest.dontMock("cdktf").dontMock("constructs"));

// The command line loads expressions, and cdktf takes longer to load than the command line may take to start.
test("expressions are loaded without cdktf", () => {
  require("../../lib/expression");
  expect(loaded).toEqual([]);
});

test("resources are not, so that this test would notice", () => {
  require("../../lib/resource");
  expect(loaded).toContain("cdktf");
});
