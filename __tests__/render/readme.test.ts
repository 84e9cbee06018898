import { readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "../../lib/expression";
import { defineModule, type Module } from "../../lib/module";
import { moduleReadme } from "../../lib/render/readme";
import { definedIn, integer, list, map, object, optional, ordered, string } from "../../lib/schema";

const template = readFileSync(join(__dirname, "../../templates/module/README.md.hbs"), "utf8");

const queue = defineModule({
  name: "queue",
  summary: "A queue.",
  inputs: object(
    {
      name: string({ maxLength: 80, description: "Name of the queue:\nletters | digits." }),
      retention_days: integer({ minimum: 1, maximum: 14, default: 4 }),
      delay: optional(object({ min: integer(), max: integer() }, { rules: [ordered("min", "max")] })),
      readers: map(object({ role: string(), tags: optional(list(string())) }), { default: {} }),
      roles: map(string(), { default: {} }),
    },
    { rules: [definedIn(["readers.*.role"], "roles")] },
  ),
  outputs: { queue_arn: string({ description: "ARN of the queue." }), queue_url: string() },
  naming: { input: "name", scope: "region" },
  connections: {
    access: {
      send: {
        summary: "send messages",
        actions: ["sqs:SendMessage", "sqs:GetQueueUrl"],
        resources: ({ queue_arn }) => [queue_arn, text`${queue_arn}/*`],
        keyActions: ["kms:Decrypt"],
      },
    },
    variables: { URL: "queue_url" },
    parts: {
      reader: {
        inputs: ["readers"],
        access: { send: [] },
        resources: (outputs, name) => [text`${outputs.queue_arn}/${name}`],
      },
    },
  },
  pack: {
    thresholds: object({ age_s: integer({ default: 60, description: "Age in seconds." }) }, { default: {} }),
    alarms: ({ address }) => ({ old: { description: `${address}: Messages of orders wait for long.` } }),
    signals: () => ({}),
  },
  examples: {
    minimal: { name: "orders" },
    complete: { name: "a ${b}", readers: { one: { role: "r", tags: ["x", "y"] }, "by mail": { role: "m" } } },
  },
  construct: () => Promise.reject(new Error("a README needs no construct")),
});

const { pack: _, ...unwatched } = queue;
const silent = { ...unwatched, connections: { access: {}, variables: {} } };

const resource = {
  aws_sqs_queue: { this: {}, dead: { count: 1 } },
  aws_iam_role: { reader: { for_each: {} } },
};
const files = new Map([["main.tf.json", JSON.stringify({ resource })]]);
const readmeOf = (module: object) => moduleReadme(module as Module, files, template);

test.each([
  ["its name", "# queue\n\nA queue.\n"],
  [
    "a required input, with its text on one line",
    "| `name` | `string` | **required** | Name of the queue:<br>letters \\| digits. Must have at most 80 characters. |",
  ],
  [
    "a default and its bounds",
    "| `retention_days` | `number` | `4` | Must be a whole number, at least 1, at most 14. |",
  ],
  ["members at any depth", "| `readers.*.tags` | `list(string)` |  |  |"],
  ["rules at any depth", "* readers.\\*.role must name keys of roles\n* in `delay`, min must not be above max\n"],
  ["outputs", "| `queue_arn` | ARN of the queue. |\n| `queue_url` |  |\n"],
  [
    "what access allows",
    "| `send` | send messages | `sqs:SendMessage`, `sqs:GetQueueUrl` | `queue_arn`, `queue_arn/*` | `kms:Decrypt` |",
  ],
  ["what narrows access", "`reader` narrows the edge to one entry of `readers` (with `send`): `queue_arn/…`."],
  ["the variables of its users", "| `…_URL` | `queue_url` |"],
  [
    "its resources",
    "| `aws_sqs_queue.this` | one |\n| `aws_sqs_queue.dead` | one or none |\n| `aws_iam_role.reader` | one per key |\n",
  ],
  ["its alarms", "| `old` | Messages of orders wait for long. |"],
  ["when alarms go off", "| `age_s` | `number` | `60` | Age in seconds. Must be a whole number. |"],
])("the README of a module shows %s", (_, expected) => {
  expect(readmeOf(queue)).toContain(expected);
});

test("the smallest call has only what is required", () => {
  expect(readmeOf(queue)).toContain(`\`\`\`hcl
module "example" {
  source = "./modules/queue"

  name = "orders"
}
\`\`\``);
});

test("the complete call is laid out as terraform fmt does, and nothing in it is evaluated", () => {
  expect(readmeOf(queue)).toContain(`
  name = "a $\${b}"
  readers = {
    one = {
      role = "r"
      tags = ["x", "y"]
    }
    "by mail" = {
      role = "m"
    }
  }
}
`);
});

test("a module that nothing can use has no chapter on access", () => {
  const readme = readmeOf(silent);
  expect(readme).not.toContain("Access");
  expect(readme.endsWith("|\n")).toBe(true);
});
