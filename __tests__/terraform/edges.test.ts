import path from "node:path";
import { Sources } from "../../lib/diagnostic";
import { synth } from "../../lib/synth";
import { echoes, echoFiles, noCloud } from "../support/echo";
import { scratchFolder } from "../support/folder";
import { Terraform } from "../support/terraform";

const spec = `
version: 1
name: echo
region: us-east-1
environments: { dev: {}, prod: {} }
services:
  a:
    always: { module: echo, text: always }
    sometimes: { module: echo, text: sometimes, only: [prod] }
    consumer:
      module: echo
      labels: { OWN: "1" }
      text: \${a.sometimes.text}
      uses:
        a.always: read
        a.sometimes: { access: read, env: { CHOSEN: text }, conditions: { StringLike: { "aws:x": ["\${aws:y}"] } } }
      permissions:
        - { actions: ["ses:SendEmail"], resources: ["arn:\${a.always.text}:\${environment}:\${region}"] }
      environments: { prod: { labels: { EXTRA: "2" } } }
    list: { module: echo, words: "\${a.consumer.word_list}" }
    own: { module: echo, text: "\${local.greeting} from \${name}" }
`;

interface Given {
  readonly labels: Record<string, string>;
  readonly statements: Record<string, unknown>;
  readonly text: string | null;
}

const given: Record<string, Given> = {};
const own: Record<string, Given> = {};

beforeAll(async () => {
  const folder = await scratchFolder({
    "groundplan.yaml": spec,
    "infrastructure/own.tf": 'locals { greeting = upper("hello") }',
  });
  const toolbox = {
    cloud: noCloud,
    registry: echoes,
    profiles: {},
    moduleFiles: async () => echoFiles,
    template: () => "",
  };
  const out = path.join(folder, "infrastructure");
  await synth({ spec: path.join(folder, "groundplan.yaml"), out, sources: new Sources() }, toolbox);
  for (const environment of ["dev", "prod"]) {
    const terraform = new Terraform(path.join(out, "environments", environment));
    await terraform.init();
    await terraform.apply();
    const outputs = (await terraform.output()) as Record<string, { given: Given }>;
    given[environment] = outputs.a_consumer?.given as Given;
    own[environment] = outputs.a_own?.given as Given;
  }
});

const read = (resource: string) => ({ actions: ["echo:Read"], resources: [resource], conditions: null });
const permission = (environment: string) => ({
  ...read(""),
  actions: ["ses:SendEmail"],
  resources: [`arn:always:${environment}:us-east-1`],
});

test("an edge to a component that is absent brings nothing", () => {
  expect(given.dev?.labels).toEqual({ OWN: "1", A_ALWAYS_TEXT: "always" });
  expect(given.dev?.statements).toEqual({
    a_always: read("always"),
    permission_1: permission("dev"),
  });
});

test("where it exists it brings its variables, under the author's names, and its statement", () => {
  expect(given.prod?.labels).toEqual({ OWN: "1", EXTRA: "2", A_ALWAYS_TEXT: "always", CHOSEN: "sometimes" });
  expect(given.prod?.statements).toEqual({
    a_always: read("always"),
    a_sometimes: { ...read("sometimes"), conditions: { StringLike: { "aws:x": ["${aws:y}"] } } },
    permission_1: permission("prod"),
  });
});

test("a reference to a component that is absent is null", () => {
  expect([given.dev?.text, given.prod?.text]).toEqual([null, "sometimes"]);
});

test("a local of a file of the user's own is referred to by name", () => {
  expect([own.dev?.text, own.prod?.text]).toEqual(["HELLO from echo", "HELLO from echo"]);
});
