import { toolbox } from "../../index";
import { toJson } from "../../lib/diagnostic";
import { load } from "./project";

/** What a spec is warned of, as `line: message`. */
async function warnings(spec: string, files = {}): Promise<string[]> {
  const { project, sources } = await load(spec, { registry: toolbox.registry, files: { "code/a.mjs": "", ...files } });
  return toJson(project.warnings, sources).map(({ line, severity, message }) => `${severity} ${line}: ${message}`);
}

const lambda = (words: string) => `services:
  a:
    b:
      module: lambda
      code: code
      runtime: nodejs22.x
      handler: index.handler
      ${words}`;

const statement = (actions: string, resources: string, more = "") =>
  lambda(`permissions: [{ actions: ["${actions}"], resources: ["${resources}"]${more} }]`);

const one = "arn:aws:sns:us-east-1:123456789012:alerts";

test("an action that stands for several is a warning", async () => {
  expect(await warnings(statement("dynamodb:Get*", one))).toEqual([
    'warning 12: "dynamodb:Get*" is no single action: it stands for all that begin so',
  ]);
});

test.each([
  "*",
  "arn:aws:s3:::*",
  "arn:aws:s3:::*/*",
  "arn:aws:dynamodb:*:*:table/*",
  "arn:aws:dynamodb:${region}:${account}:table/*",
  "arn:aws:logs:us-east-1:123456789012:log-group:*",
  "arn:aws:lambda:us-east-1:123456789012:*",
  "arn:aws:*",
])("the resource %s is a warning, unless a condition bounds it", async (resource) => {
  const message = `warning 12: "${resource}" is no single resource: it stands for all of them`;
  expect(await warnings(statement("a:B", resource))).toEqual([message]);
  expect(await warnings(statement("a:B", resource, ', conditions: { Bool: { "a:b": [true] } }'))).toEqual([]);
});

test.each([
  one,
  "arn:aws:s3:::bucket/*",
  "arn:aws:s3:::bucket/logs/*",
  "arn:aws:execute-api:us-east-1:123456789012:abc/*",
  "arn:aws:dynamodb:us-east-1:123456789012:table/orders/index/*",
  "arn:aws:ses:*:*:identity/example.com",
  "${local.arn}",
])("the resource %s is none", async (resource) => {
  expect(await warnings(statement("a:B", resource))).toEqual([]);
});

test("a reference in the place of the resources is none", async () => {
  expect(await warnings(lambda('permissions: [{ actions: ["a:B"], resources: "${local.arns}" }]'))).toEqual([]);
});

// Put together here, so that nobody takes them for secrets of this repository.
const secrets = {
  "an access key of AWS": `${"AKIA"}IOSFODNN7EXAMPLE`,
  "a private key": `-----BEGIN ${"RSA PRIVATE"} KEY-----`,
  "a token of GitHub": `${"ghp"}_${"a1".repeat(18)}`,
  "a token of Slack": `${"xoxb"}-${"1234567890"}-abc`,
};

test.each(Object.entries(secrets))("what looks like %s is a warning", async (what, secret) => {
  const written = lambda(`environment_variables: { MY_KEY: "key=${secret}" }`);
  expect(await warnings(written)).toEqual([`warning 12: this looks like ${what}`]);
});

test("so it is in defaults, in patterns, and in the text of a file, which is named", async () => {
  const secret = secrets["a private key"];
  const spec = `defaults: { lambda: { description: "${secret}" } }
patterns: { p: { components: { c: { module: lambda, code: code, description: "${secret}" } } } }
${lambda("environment_variables: { MY_KEY: { file: key.pem } }")}`;
  expect(await warnings(spec, { "key.pem": `${secret}\n` })).toEqual([
    "warning 5: this looks like a private key",
    "warning 6: this looks like a private key",
    "warning 14: key.pem holds what looks like a private key",
  ]);
});

test.each([
  "AKIA",
  "a key: AKIA0000",
  "arn:aws:iam::123456789012:user/AKIAX",
  "-----BEGIN PUBLIC KEY-----",
  "ghp_short",
  "xox",
  "foxbox-1234567890",
])("%s is no secret", async (text) => {
  expect(await warnings(lambda(`environment_variables: { MY_KEY: "${text}" }`))).toEqual([]);
});
