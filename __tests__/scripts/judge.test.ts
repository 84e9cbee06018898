import { readFileSync } from "node:fs";
import path from "node:path";
import { judgedBy as judgedByActionlint } from "../../scripts/judge/actionlint";
import { type CheckovReport, judgedBy as judgedByCheckov } from "../../scripts/judge/checkov";
import { excepts, parseExceptions } from "../../scripts/judge/exceptions";
import { judgedBy as judgedByGitlab } from "../../scripts/judge/gitlab";
import type { Judged } from "../../scripts/judge/report";
import { abreast, orderIn } from "../../scripts/judge/terragrunt";
import { judgedBy as judgedByTflint } from "../../scripts/judge/tflint";
import { verdictOf } from "../../scripts/judge/verdict";

const lambda = "module.system.module.orders_function.aws_lambda_function.function";
const table = "module.system.module.orders_table.aws_dynamodb_table.this";

const documentOf = (...rows: string[]) =>
  [
    "# Trust",
    "| what | how |",
    "| --- | --- |",
    "| `tests` | many |",
    "",
    "| judge | check | where | reason |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
    "| the next | table |",
  ].join("\n");

const vpc = "| `checkov` | `CKV_AWS_117` | `aws_lambda_function` | `vpc` takes subnets. |";

describe("the table of exceptions", () => {
  test("a row is an exception, with its line", () => {
    expect(parseExceptions(documentOf(vpc))).toEqual([
      {
        judge: "checkov",
        check: "CKV_AWS_117",
        where: "aws_lambda_function",
        reason: "`vpc` takes subnets.",
        line: 8,
      },
    ]);
  });

  test.each([
    ["a document without it", "# Trust", /no table with the columns/],
    [
      "a row without a reason",
      documentOf("| `checkov` | `CKV_AWS_117` | `aws_lambda_function` | |"),
      /line 8: not four/,
    ],
    ["a row of another width", documentOf("| `checkov` | `CKV_AWS_117` | a | b | c |"), /line 8: not four/],
    ["a row that stands there twice", documentOf(vpc, vpc), /line 9: twice/],
  ])("refuses %s", (_, document, message) => {
    expect(() => parseExceptions(document)).toThrow(message);
  });

  test("that of docs/trust.md is one, and gives a reason for each", () => {
    const document = readFileSync(path.join(__dirname, "../../docs/trust.md"), "utf8");
    const exceptions = parseExceptions(document);
    expect(exceptions).toHaveLength(
      document.split("\n").filter((line) => /^\| `(checkov|tflint|actionlint)` /.test(line)).length,
    );
    expect(exceptions.filter(({ reason }) => !/^[A-Z].{20,}\.$/.test(reason))).toEqual([]);
  });
});

describe("an exception", () => {
  test.each([
    ["a resource type", "aws_lambda_function", lambda, true],
    ["the beginning of a type", "aws_lambda", lambda, false],
    ["another type", "aws_dynamodb_table", lambda, false],
    ["a module call", "module.orders_function", lambda, true],
    ["one resource", "module.orders_function.aws_lambda_function.function", lambda, true],
    ["parts that do not follow one another", "module.aws_lambda_function", lambda, false],
    ["a call with count", "module.audit.aws_lambda_function", "module.audit[0].aws_lambda_function.function", true],
    ["a key with dots and brackets", "aws_x.this", 'module.m["a.b]"].aws_x.this["GET /orders/{id}"]', true],
    ["what stands only in a key", "aws_x", 'module.m.aws_y.this["aws_x"]', false],
    ["a folder", "modules/lambda/examples", "infrastructure/modules/lambda/examples/minimal/main.tf.json", true],
    ["a file", "infrastructure/versions.tf.json", "infrastructure/modules/lambda/versions.tf.json", false],
  ])("for %s: %s", (_, where, found, expected) => {
    const exception = { judge: "checkov", check: "CKV_1", where, reason: "It is so.", line: 1 };
    expect(excepts(exception, "checkov", { check: "CKV_1", where: found, text: "" })).toBe(expected);
  });

  test("holds for one check of one judge", () => {
    const exception = { judge: "checkov", check: "CKV_1", where: "aws_x", reason: "It is so.", line: 1 };
    expect(excepts(exception, "checkov", { check: "CKV_11", where: "aws_x.this", text: "" })).toBe(false);
    expect(excepts(exception, "tflint", { check: "CKV_1", where: "aws_x.this", text: "" })).toBe(false);
  });
});

describe("the verdict", () => {
  const found: Judged = {
    judge: "checkov",
    passed: 5,
    unit: "checks",
    findings: [
      { check: "CKV_AWS_117", where: lambda, text: "Ensure that it is inside a VPC" },
      { check: "CKV_AWS_119", where: table, text: "Ensure that it has a key" },
    ],
  };
  const skipped = { judge: "tflint", skipped: "there is no Go" };
  const verdict = (reports: Parameters<typeof verdictOf>[0], ...rows: string[]) =>
    verdictOf(reports, parseExceptions(documentOf(...rows)), "docs/trust.md");
  const key = "| `checkov` | `CKV_AWS_119` | `aws_dynamodb_table` | It is encrypted. |";

  test("counts what is excepted, and lists what is not", () => {
    expect(verdict([found], vpc)).toEqual({
      text: `checkov: 5 checks passed, 1 excepted, 1 failed\n  CKV_AWS_119 ${table}\n    Ensure that it has a key\n`,
      failures: 1,
    });
  });

  test("is good when all is excepted", () => {
    expect(verdict([found], vpc, key)).toEqual({
      text: "checkov: 5 checks passed, 2 excepted, 0 failed\n",
      failures: 0,
    });
  });

  test("an exception for what is no longer found is a failure", () => {
    const { text, failures } = verdict([{ ...found, findings: [] }], vpc);
    expect(text).toContain("docs/trust.md:8: checkov does not find CKV_AWS_117 in aws_lambda_function: remove");
    expect(failures).toBe(1);
  });

  test("an exception for a judge that does not exist is a failure", () => {
    expect(verdict([found, skipped], vpc, key, key.replace("checkov", "chekov")).failures).toBe(1);
  });

  test("a judge that could not be asked says why, and its exceptions stand", () => {
    expect(verdict([skipped], "| `tflint` | `terraform_x` | `examples` | It is so. |")).toEqual({
      text: "tflint: skipped: there is no Go\n",
      failures: 0,
    });
  });
});

describe("reports", () => {
  const check = (check_id: string, resource: string) => ({ check_id, resource, check_name: `Ensure ${check_id}` });
  const reportOf = (passed: string[], failed: string[], parsing_errors = 0): CheckovReport => ({
    results: {
      passed_checks: passed.map((id) => check(id, table)),
      failed_checks: failed.map((id) => check(id, table)),
    },
    summary: { parsing_errors },
  });

  test("of Checkov: what fails in one plan has failed, once", () => {
    expect(judgedByCheckov([reportOf(["A", "B"], ["C"]), reportOf(["A", "C", "D"], ["B"])])).toEqual({
      judge: "checkov",
      passed: 2,
      unit: "checks",
      findings: ["C", "B"].map((id) => ({ check: id, where: table, text: `Ensure ${id}` })),
    });
  });

  test("of Checkov: the guideline is told where it is known", () => {
    const report = reportOf(["A"], []);
    const guided = { ...check("B", table), guideline: "https://example.com/b" };
    const results = { ...report.results, failed_checks: [guided] };
    expect(judgedByCheckov([{ ...report, results }]).findings[0]?.text).toBe("Ensure B: https://example.com/b");
  });

  test.each([
    ["a plan that could not be read", reportOf(["A"], [], 1)],
    ["a plan in which nothing was checked", reportOf([], [])],
    ["no results at all", { passed: 0, failed: 0 } as unknown as CheckovReport],
  ])("of Checkov: refuses %s", (_, report) => {
    expect(() => judgedByCheckov([reportOf(["A"], []), report])).toThrow(/could not read a plan, or checked nothing/);
  });

  test("of TFLint: files without an issue have passed", () => {
    const issue = (message: string) => ({
      rule: { name: "terraform_typed_variables" },
      message,
      range: { filename: "modules/a/variables.tf.json", start: { line: 3 } },
    });
    expect(judgedByTflint({ issues: [issue("no type"), issue("none")], errors: [] }, 4)).toMatchObject({
      passed: 3,
      findings: [
        { check: "terraform_typed_variables", where: "modules/a/variables.tf.json", text: "line 3: no type" },
        { text: "line 3: none" },
      ],
    });
  });

  test("of TFLint: what it cannot read is an error", () => {
    expect(() => judgedByTflint({ issues: [], errors: [{ message: "no such file" }] }, 4)).toThrow(/no such file/);
  });

  test("of actionlint: a finding names the workflow", () => {
    const finding = {
      kind: "expression",
      filepath: ".github/workflows/ci.yml",
      line: 7,
      message: "undefined variable",
    };
    expect(judgedByActionlint([finding], 2)).toMatchObject({
      passed: 1,
      findings: [{ check: "expression", where: ".github/workflows/ci.yml", text: "line 7: undefined variable" }],
    });
  });

  test("of GitLab's schema: a finding names the file and the place, and files without one have passed", () => {
    const error = { filename: "a/gitlab.yml", path: "$.spec", message: "script was unexpected" };
    const broken = { filename: "b/gitlab.yml", message: "not YAML" };
    expect(judgedByGitlab({ errors: [error], parse_errors: [broken] }, 3)).toMatchObject({
      passed: 1,
      findings: [
        { check: "schema", where: "a/gitlab.yml", text: "$.spec: script was unexpected" },
        { check: "syntax", where: "b/gitlab.yml", text: "not YAML" },
      ],
    });
  });

  const span = (root: string, begin: number, end: number) => ({ command: "apply", root, begin, end });

  test.each([
    ["one after the other", [span("users", 0, 5), span("orders", 5, 9)], 0],
    ["the later one too early", [span("users", 0, 5), span("orders", 4, 9)], 1],
    ["the later one alone", [span("orders", 4, 9)], 1],
    ["neither", [], 1],
  ])("of Terragrunt: %s", (_, spans, findings) => {
    expect(orderIn(spans, "apply", [["users", "orders"]])).toHaveLength(findings);
  });

  test.each([
    ["at once", [span("audit", 0, 5), span("users", 4, 9)], 0],
    ["one after the other", [span("audit", 0, 5), span("users", 5, 9)], 1],
    ["one alone", [span("audit", 0, 5)], 1],
  ])("of Terragrunt: what needs nothing, %s", (_, spans, findings) => {
    expect(abreast(spans)).toHaveLength(findings);
  });
});
