import { planFileIn, splitOptions } from "../../lib/run";

test.each([
  [["-target=a", "-out=x"], "x"],
  [["--out", "x", "-no-color"], "x"],
  [["-out=x", "-out=y"], "y"],
  [["-var", "-out=x"], undefined],
  [["-target=-out=x"], undefined],
])("the options %j save a plan in %j", (words, file) => {
  expect(planFileIn(words)).toBe(file);
});

test("options of an apply go to the plan, to what applies it, or to both", () => {
  const words = [
    "-var",
    "a=b=c",
    "-auto-approve",
    "-parallelism=5",
    "-target",
    "module.x",
    "-state-out=s",
    "-no-color",
  ];
  expect(splitOptions(words)).toEqual({
    plan: ["-var", "a=b=c", "-parallelism=5", "-target", "module.x", "-no-color"],
    apply: ["-auto-approve", "-parallelism=5", "-state-out=s", "-no-color"],
    isApproved: true,
  });
});

test("what is neither an option nor the value of one is a saved plan", () => {
  expect(splitOptions(["-lock-timeout", "10s", "my.tfplan"])).toMatchObject({ file: "my.tfplan" });
  expect(splitOptions(["-var", "x=1", "-refresh=false"])).not.toHaveProperty("file");
});

test("-auto-approve=false is no approval", () => {
  expect(splitOptions(["-auto-approve=false"]).isApproved).toBe(false);
});
