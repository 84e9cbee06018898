import { compose, type Stack } from "../../lib/compose";
import { originOf } from "../../lib/render";
import { type Loaded, load } from "../spec/project";

const spec = `version: 1
name: shop
region: us-east-1
environments: { dev: {}, prod: {} }
services:
  a:
    b:
      module: echo
      text: x
      labels:
        GET /: y
        A: z
      words:
        - one
        - two
      environments:
        prod:
          text: z
          labels: { GET /: w }
    c: { module: echo, only: [prod], flag: true }
`;

let loaded: Loaded;
let stack: Stack;
beforeAll(async () => {
  loaded = await load(spec);
  [stack] = compose(loaded.project, () => ({ name: "", hash: "" })) as [Stack];
});

test.each([
  ["main.tf.json", ["module", "a_b", "text"], 9],
  ["main.tf.json", ["module", "a_b", "labels", "A"], 12],
  ["main.tf.json", ["module", "a_b", "words", "1"], 15],
  ["main.tf.json", ["module", "a_b", "source"], 7],
  ["main.tf.json", ["module", "a_b"], 7],
  ["main.tf.json", ["module", "a_c", "flag"], 20],
  ["variables.tf.json", ["variable", "a_b", "type"], 7],
  ["outputs.tf.json", ["output", "a_c", "value", "text"], 20],
  ["environments/dev/main.tf.json", ["module", "system", "a_b", "text"], 9],
  ["environments/prod/main.tf.json", ["module", "system", "a_b", "text"], 18],
  ["environments/prod/main.tf.json", ["module", "system", "a_b", "labels", "GET_"], 19],
  ["environments/prod.tfvars.json", ["a_b", "labels", "GET_"], 19],
  ["environments/dev.tfvars.json", ["a_b", "labels", "GET_"], 11],
])("%s %j is written on line %i", (file, path, line) => {
  const origin = originOf(stack, file, path);
  expect(origin && loaded.place(origin)).toBe(`groundplan.yaml:${line}`);
});

test.each([
  ["main.tf.json", ["moved", "0", "from"]],
  ["main.tf.json", ["module", "nothing"]],
  ["variables.tf.json", ["variable", "environment"]],
  ["environments/dev/backend.tf.json", ["terraform", "backend"]],
])("%s %j comes from no line", (file, path) => {
  expect(originOf(stack, file, path)).toBeUndefined();
});
