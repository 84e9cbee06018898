import { registry } from "../../modules";
import { composed } from "./composed";

const head = "defaults: { lambda: { code: code, handler: index.handler, runtime: nodejs22.x } }\n";
const files = { "code/index.mjs": "" };

const functions = async (spec: string) => {
  const stack = await composed(head + spec, { registry, files });
  return (label: string) => {
    const { environment_variables, policy_statements } = stack.arguments(label);
    return { variables: environment_variables, statements: policy_statements };
  };
};

test("functions that call one another know one another before they are there, whichever comes first", async () => {
  const [one, two] = [
    "one: { module: lambda, uses: { a.two: invoke } }",
    "two: { module: lambda, uses: { a.one: invoke } }",
  ];
  for (const order of [`${one}, ${two}`, `${two}, ${one}`]) {
    const of = await functions(`services: { a: { ${order} } }`);
    expect(of("a_one").variables).toEqual({
      A_TWO_NAME: "${module.a_two.lambda_function_name_static}",
      A_TWO_ARN: "${module.a_two.lambda_function_arn_static}",
    });
    expect(of("a_two").statements).toEqual({
      a_one: {
        actions: ["lambda:InvokeFunction"],
        resources: ["${module.a_one.lambda_function_arn_static}", "${module.a_one.lambda_function_arn_static}:*"],
      },
    });
  }
});

test("outside of a circle a function waits for what it uses, also one that is in a circle with others", async () => {
  const of = await functions(`
services:
  a:
    one: { module: lambda, uses: { a.two: invoke } }
    two: { module: lambda, uses: { a.one: invoke, a.last: invoke } }
    last: { module: lambda }
    first: { module: lambda, environment_variables: { ARN: "\${a.one.lambda_function_arn}" } }
`);
  expect(of("a_two").variables).toMatchObject({ A_LAST_ARN: "${module.a_last.lambda_function_arn}" });
  expect(of("a_first").variables).toEqual({ ARN: "${module.a_one.lambda_function_arn}" });
});

test("references in environment variables, permissions and conditions are static in a circle", async () => {
  const of = await functions(`
services:
  a:
    one:
      module: lambda
      environment_variables: { OTHER: "x-\${a.two.lambda_function_arn}" }
      permissions: [{ actions: ["lambda:GetFunction"], resources: ["\${a.two.lambda_function_arn}"] }]
    two:
      module: lambda
      uses:
        a.three: { access: invoke, conditions: { ArnEquals: { "aws:SourceArn": ["\${a.one.lambda_function_arn}"] } } }
    three: { module: lambda }
`);
  expect(of("a_one").variables).toEqual({ OTHER: "x-${module.a_two.lambda_function_arn_static}" });
  expect(of("a_one").statements).toMatchObject({
    permission_1: { resources: ["${module.a_two.lambda_function_arn_static}"] },
  });
  expect(of("a_two").statements).toMatchObject({
    a_three: {
      resources: ["${module.a_three.lambda_function_arn}", "${module.a_three.lambda_function_arn}:*"],
      conditions: { ArnEquals: { "aws:SourceArn": ["${module.a_one.lambda_function_arn_static}"] } },
    },
  });
});

test("an API has the functions themselves, which know the API alone", async () => {
  const stack = await composed(
    `${head}services:
  a:
    api: { module: api-gateway, routes: { "GET /": { function: a.function } } }
    function: { module: lambda, environment_variables: { URL: "\${a.api.api_url}" } }
`,
    { registry, files },
  );
  expect(stack.arguments("a_function").environment_variables).toEqual({ URL: "${module.a_api.api_url}" });
  expect(stack.arguments("a_api").targets).toEqual({
    a_function: {
      lambda: {
        function_name: "${module.a_function.lambda_function_name}",
        invoke_arn: "${module.a_function.lambda_function_invoke_arn}",
      },
    },
  });
});

test("of what some environments lack, a circle names one output of its one instance and never all", async () => {
  const of = await functions(`
services:
  a:
    one: { module: lambda, uses: { a.two: invoke } }
    two: { module: lambda, only: [prod], environment_variables: { ONE: "\${a.one.lambda_function_arn}" } }
`);
  const { variables } = of("a_one");
  expect(variables).toContain("if name == var.environment");
  expect(variables).toContain("module.a_two[0].lambda_function_arn_static");
  expect(variables).not.toMatch(/module\.a_two(?!\[0\]\.)/);
});
