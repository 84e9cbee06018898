import { composed, one } from "./composed";

test.each([
  ['"${file(\\"x\\")}"', '$${file("x")}'],
  ["'%{ if true }x%{ endif }'", "%%{ if true }x%%{ endif }"],
  ["'$${x}'", "$${x}"],
  ["'$$${x}'", "$$${x}"],
  ["'$x %y {z}'", "$x %y {z}"],
])("the data %s is rendered as %s, which Terraform reads as that data", async (written, text) => {
  expect((await one(`text: ${written}`)).arguments("a_b")).toEqual({ text });
});

test.each([
  ["${environment}", "${var.environment}", ["environment"]],
  ["${region}", "${var.region}", ["region"]],
  ["${account}", "${data.aws_caller_identity.current.account_id}", ["account"]],
  ["${name}", "shop", []],
  ["${name}/${environment}", "shop/${var.environment}", ["environment"]],
  ["${local.x}", "${local.x}", []],
])("the built-in %s is %s", async (written, text, builtins) => {
  const result = await one(`name: x, text: "${written}"`);
  expect(result.arguments("a_b")).toEqual({ text });
  expect([...result.stack.builtins]).toEqual(builtins);
});

const two = (other: string, inputs: string) =>
  composed(`services: { a: { other: { module: echo${other} }, b: { module: echo, ${inputs} } } }`);

test.each([
  ["", "${module.a_other.text}"],
  [", only: [prod]", "${one(module.a_other[*].text)}"],
])("a reference to a component%s is %s", async (other, text) => {
  expect((await two(other, 'text: "${a.other.text}"')).arguments("a_b")).toEqual({ text });
});

test("a reference inside a text is interpolated", async () => {
  const stack = await two("", 'text: "x-${a.other.text}-$${y}"');
  expect(stack.arguments("a_b")).toEqual({ text: "x-${module.a_other.text}-$${y}" });
});

test("the AWS name is the project's, the environment's, the service's and the component's", async () => {
  const stack = await one("flag: true");
  expect(stack.call("a_b").arguments.name?.toString()).toBe("shop-${var.environment}-a-b");
});

test("an edge brings its variables and its statement beside the component's own", async () => {
  const stack = await two("", "labels: { OWN: x }, uses: { a.other: read }");
  expect(stack.arguments("a_b")).toEqual({
    labels: { OWN: "x", A_OTHER_TEXT: "${module.a_other.text}" },
    statements: { a_other: { actions: ["echo:Read"], resources: ["${module.a_other.text}"] } },
  });
});

test("an edge to what some environment lacks brings nothing there", async () => {
  const { labels, statements } = (await two(", only: [prod]", "uses: { a.other: read }")).arguments("a_b");
  expect(labels).toMatch(/\{ ?for target in module\.a_other : "A_OTHER_TEXT" => target\.text ?\}/);
  expect(statements).toMatch(/\{ ?for target in module\.a_other : "a_other" => /);
});

test("permissions are statements of their own, with their data escaped", async () => {
  const stack = await one(
    'permissions: [{ actions: ["s3:Get*"], resources: ["${local.arn}", "x/${aws:y}"], conditions: { StringEquals: { "aws:z": ["${account}", "${aws:y}"] } } }]',
  );
  expect(stack.arguments("a_b").statements).toEqual({
    permission_1: {
      actions: ["s3:Get*"],
      resources: ["${local.arn}", "x/$${aws:y}"],
      conditions: { StringEquals: { "aws:z": ["${data.aws_caller_identity.current.account_id}", "$${aws:y}"] } },
    },
  });
});
