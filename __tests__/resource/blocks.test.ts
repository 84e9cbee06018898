import { CloudtrailEventDataStore } from "@cdktf/provider-aws/lib/cloudtrail-event-data-store";
import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { TransferWorkflow } from "@cdktf/provider-aws/lib/transfer-workflow";
import { VpclatticeListenerRule } from "@cdktf/provider-aws/lib/vpclattice-listener-rule";
import { blocks, Dynamic, each, expr, forList, literal, presentIf, reference, text, when } from "../../lib/expression";
import { resource } from "../../lib/resource";
import { single } from "./rendered";

const names = reference<Readonly<Record<string, string>>>("var.names");
const routes = reference<Readonly<Record<string, { readonly headers: readonly string[] }>>>("var.routes");
const ttl = reference<{ readonly name: string } | undefined>("var.ttl");
const known = literal<Readonly<Record<string, string>>>({ b: "2", a: "1" });
const isOn = presentIf(expr<boolean>`var.on`);

test("blocks that repeat are dynamic, in the provider's names", () => {
  const made = single((scope) =>
    resource(scope, "this", DynamodbTable, { name: "t", attribute: each(names, (type, name) => ({ name, type })) }),
  );
  expect(made).toEqual({
    name: "t",
    dynamic: {
      attribute: { for_each: "${var.names}", content: { name: "${attribute.key}", type: "${attribute.value}" } },
    },
  });
});

test("blocks of a known map are written out, in the order of its keys", () => {
  const made = single((scope) =>
    resource(scope, "this", DynamodbTable, { name: "t", attribute: each(known, (type, name) => ({ name, type })) }),
  );
  expect(made).toEqual({
    name: "t",
    attribute: [
      { name: "a", type: "1" },
      { name: "b", type: "2" },
    ],
  });
});

test.each([
  [
    "one that may be null is dynamic",
    ttl,
    {
      dynamic: {
        ttl: { for_each: "${var.ttl != null ? [var.ttl] : []}", content: { attribute_name: "${ttl.value.name}" } },
      },
    },
  ],
  ["a known one is plain", literal({ name: "x" }), { ttl: { attribute_name: "x" } }],
  ["a known null is no block", literal<{ name: string } | undefined>(undefined), {}],
])("of blocks of which there is one at most, %s", (_, item, expected) => {
  const made = single((scope) =>
    resource(scope, "this", DynamodbTable, {
      name: "t",
      ttl: when(item as typeof ttl, ({ name }) => ({ attributeName: name })),
    }),
  );
  expect(made).toEqual({ name: "t", ...expected });
});

test("keys of a map in a dynamic block stay what they are", () => {
  const variables = { TABLE_NAME: "t", logLevel: "info", "a.b": names };
  const made = single((scope) =>
    resource(scope, "this", LambdaFunction, {
      functionName: "f",
      role: "r",
      environment: when(isOn, () => ({ variables: variables as never })),
    }),
  );
  expect(made.dynamic.environment).toEqual({
    for_each: "${(var.on) ? [(var.on) ? true : null] : []}",
    content: { variables: { ...variables, "a.b": "${var.names}" } },
  });
});

test("keys of a map beside a dynamic block stay what they are, and blocks are in the provider's names", () => {
  const made = single((scope) =>
    resource(scope, "this", TransferWorkflow, {
      steps: [
        {
          type: "TAG",
          tagStepDetails: { name: "x", sourceFileLocation: "s", tags: each(names, (value, key) => ({ key, value })) },
        },
      ],
      tags: { CostCentre: "c" },
    }),
  );
  expect(made).toEqual({
    steps: [
      {
        type: "TAG",
        tag_step_details: {
          name: "x",
          source_file_location: "s",
          dynamic: { tags: { for_each: "${var.names}", content: { key: "${tags.key}", value: "${tags.value}" } } },
        },
      },
    ],
    tags: { CostCentre: "c" },
  });
});

test("a member with a Terraform name of its own has it in a dynamic block, too", () => {
  const made = single((scope) =>
    resource(scope, "this", CloudtrailEventDataStore, {
      name: "s",
      advancedEventSelector: each(names, (value, field) => ({ fieldSelector: [{ field, equalTo: [value] }] })),
    }),
  );
  const { advanced_event_selector: selector } = made.dynamic;
  expect(selector.content.field_selector).toEqual([
    { field: "${advanced_event_selector.key}", equals: ["${advanced_event_selector.value}"] },
  ]);
});

/** The only blocks of AWS with a label inside the same label are required. */
const required = (block: unknown) => block as Dynamic<never>;

test("a block in a block of the same label has another iterator", () => {
  const paths = reference<readonly string[]>("var.paths");
  const made = single((scope) =>
    resource(scope, "this", VpclatticeListenerRule, {
      ...{ name: "r", priority: 1, action: {}, listenerIdentifier: "l", serviceIdentifier: "s" },
      match: required(
        when(ttl, ({ name: method }) => ({
          httpMatch: {
            method,
            headerMatches: each(paths, (name) => ({
              name,
              match: required(when(ttl, ({ name: exact }) => ({ exact: text`${method}${name}${exact}` }))),
            })),
          },
        })),
      ),
    }),
  );
  const { match } = made.dynamic;
  expect(match.iterator).toBeUndefined();
  expect(match.content.http_match.dynamic.header_matches.content.dynamic.match).toEqual({
    for_each: "${var.ttl != null ? [var.ttl] : []}",
    iterator: "match_2",
    content: { exact: "${match.value.name}${header_matches.value}${match_2.value.name}" },
  });
});

test("an iterator is no variable of a for, which would shadow it", () => {
  const lists = reference<Readonly<Record<string, readonly string[]>>>("var.lists");
  const made = single((scope) =>
    resource(scope, "this", SecurityGroup, {
      ingress: each(routes, ({ headers }, key) => ({
        cidrBlocks: forList(headers, (item) => text`${key}${item}`),
        description: forList(lists, (list) => forList(list, (item) => item)) as never,
      })),
    }),
  );
  expect(made.dynamic.ingress.content).toEqual({
    cidr_blocks: '${[for key, item in ingress.value.headers : "${ingress.key}${item}"]}',
    description: "${[for key, item in var.lists : [for key2, item2 in item : item2]]}",
  });
});

describe("plain and repeated blocks of one list", () => {
  const first = { name: "first", type: "S" };
  const last = { name: "last", type: "S" };
  const tableOf = (items: typeof names, item: typeof ttl) =>
    single((scope) =>
      resource(scope, "this", DynamodbTable, {
        name: "t",
        attribute: blocks(
          first,
          each(items, (type, name) => ({ name, type })),
          when(item, ({ name }) => ({ name, type: "N" })),
          last,
        ),
      }),
    );

  test("are all dynamic where one is, which keeps their order", () => {
    expect(tableOf(names, ttl).dynamic.attribute.map((one: { for_each: string }) => one.for_each)).toEqual([
      "${[true]}",
      "${var.names}",
      "${var.ttl != null ? [var.ttl] : []}",
      "${[true]}",
    ]);
    expect(tableOf(names, ttl).dynamic.attribute[3].content).toEqual(last);
  });

  test("are plain where all is known", () => {
    expect(tableOf(known, literal<{ name: string } | undefined>(undefined))).toEqual({
      name: "t",
      attribute: [first, { name: "a", type: "1" }, { name: "b", type: "2" }, last],
    });
  });
});

test("what is no block cannot be repeated, though the compiler be told so", () => {
  const dynamic = new Dynamic("var.x", () => ({}));
  expect(() => single((scope) => resource(scope, "this", DynamodbTable, { name: dynamic as never }))).toThrow(
    "name is no block",
  );
});
