/** Checked by tsc and never run: every `@ts-expect-error` is a mistake that must not compile, all else must. */
import { AppmeshRoute } from "@cdktf/provider-aws/lib/appmesh-route";
import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import type { Construct } from "constructs";
import {
  blocks,
  each,
  expr,
  forList,
  forMap,
  json,
  orNull,
  presentIf,
  type Ref,
  text,
  when,
} from "../../lib/expression";
import { eachResource, optionalResource, resource } from "../../lib/resource";

interface Inputs {
  readonly name: string;
  readonly size: number;
  readonly limit: number;
  readonly fifo: boolean;
  readonly mode?: "STANDARD" | "EXPRESS";
  readonly subnets: readonly string[];
  readonly zones?: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly ttl?: { readonly attribute: string; readonly enabled: boolean };
  readonly group: { readonly inner: { readonly depth: number } };
  readonly indexes: Readonly<Record<string, { readonly key: string; readonly sort?: string }>>;
}

const takesString = (value: string) => value;
const takesNumber = (value: number) => value;

export function javaScript(input: Ref<Inputs>) {
  // @ts-expect-error arithmetic
  takesNumber(input.size * 2);
  // @ts-expect-error arithmetic between two references
  takesNumber(input.size + input.limit);
  // @ts-expect-error a sign
  takesNumber(-input.size + 0 === 0);
  // @ts-expect-error an increment
  input.size++;
  // @ts-expect-error comparison
  takesNumber(input.size > 2 ? 1 : 0);
  // @ts-expect-error comparison
  takesNumber(2 < input.size ? 1 : 0);
  // @ts-expect-error equality with a plain value
  takesNumber(input.name === "a" ? 1 : 0);
  // @ts-expect-error arithmetic with a template string
  takesNumber(`${input.size}` * 2);
  // @ts-expect-error a reference where JavaScript wants a string
  takesString(input.name);
  // @ts-expect-error a reference where JavaScript wants a number
  takesNumber(input.size);
  // @ts-expect-error an assignment
  input.name = "b";
}

export function members(input: Ref<Inputs>) {
  // @ts-expect-error a misspelt member
  text`${input.nmae}`;
  // @ts-expect-error a misspelt member, two levels down
  text`${input.group.inner.dept}`;
  // @ts-expect-error a member of an absent object
  text`${input.ttl.attribute}`;
  // @ts-expect-error a member of text
  text`${input.name.length}`;
  // @ts-expect-error a member of a list
  text`${input.subnets.length}`;
  // @ts-expect-error a method of a list
  input.subnets.map((subnet: string) => subnet);
  // @ts-expect-error iteration in JavaScript
  for (const subnet of input.subnets) takesString(subnet);
  // @ts-expect-error an entry of a map, which Terraform alone knows
  text`${input.tags.Name}`;
  // @ts-expect-error an absent member of an item
  forList(input.indexes, ({ sort }) => sort.length);
}

export function collections(input: Ref<Inputs>) {
  // @ts-expect-error each over text
  each(input.name, () => ({}));
  // @ts-expect-error each over a list that may be null
  each(input.zones, () => ({}));
  // @ts-expect-error forList over a number
  forList(input.size, (item) => item);
  // @ts-expect-error forMap over what may be null
  forMap(input.zones, (item) => item);
  // @ts-expect-error a condition that is no boolean
  presentIf(input.size);
  // @ts-expect-error a misspelt member of an item
  forMap(input.indexes, (index) => index.kye);
  // @ts-expect-error a misspelt member of an optional object
  orNull(input.ttl, (ttl) => ttl.attribte);
}

export function topLevel(scope: Construct, input: Ref<Inputs>) {
  // @ts-expect-error a misspelt setting
  resource(scope, "a", SqsQueue, { nmae: "x" });
  // @ts-expect-error a setting of the wrong type
  resource(scope, "b", SqsQueue, { delaySeconds: "x" });
  // @ts-expect-error a reference of the wrong type
  resource(scope, "c", SqsQueue, { delaySeconds: input.name });
  // @ts-expect-error text where a boolean is set
  resource(scope, "d", SqsQueue, { fifoQueue: input.name });
  // @ts-expect-error text where a map is set
  resource(scope, "e", SqsQueue, { tags: input.name });
  // @ts-expect-error a list where a map is set
  resource(scope, "f", SqsQueue, { tags: input.subnets });
  // @ts-expect-error a number in a map of strings
  resource(scope, "g", SqsQueue, { tags: { Size: 5 } });
  // @ts-expect-error a block for a scalar
  resource(scope, "h", SqsQueue, { name: { value: "x" } });
  // @ts-expect-error a dynamic for a scalar
  resource(scope, "i", SqsQueue, { name: when(input.mode, (mode) => mode) });
  // @ts-expect-error blocks for a scalar
  resource(scope, "j", SqsQueue, { name: each(input.subnets, (subnet) => ({ subnet })) });
  // @ts-expect-error blocks for a list of strings
  resource(scope, "k", LambdaFunction, { functionName: "f", role: "r", layers: each(input.subnets, (id) => id) });
  // @ts-expect-error text for a list of strings
  resource(scope, "l", LambdaFunction, { functionName: "f", role: "r", layers: input.name });
  // @ts-expect-error a required setting is missing
  resource(scope, "m", LambdaFunction, { functionName: "f" });
  // @ts-expect-error for_each is the layer's, not the author's
  resource(scope, "n", SqsQueue, { forEach: input.tags });
}

const queue = { functionName: "f", role: "r" };

export function plainBlocks(scope: Construct, input: Ref<Inputs>) {
  // @ts-expect-error a misspelt setting of a block
  resource(scope, "a", LambdaFunction, { ...queue, ephemeralStorage: { sise: 512 } });
  // @ts-expect-error a reference for a block
  resource(scope, "b", DynamodbTable, { name: "t", ttl: input.ttl });
  // @ts-expect-error a reference for a list of blocks
  resource(scope, "c", DynamodbTable, { name: "t", attribute: input.indexes });
  // @ts-expect-error many blocks where there can be one
  resource(scope, "d", DynamodbTable, { name: "t", ttl: [{ attributeName: "a" }] });
  resource(scope, "e", DynamodbTable, {
    name: "t",
    // @ts-expect-error a misspelt setting of a block that may be absent
    ttl: when(input.ttl, () => ({ enabled: true, atributeName: "a" })),
  });
  resource(scope, "f", DynamodbTable, {
    name: "t",
    // @ts-expect-error a reference of the wrong type in a block that may be absent
    ttl: when(input.ttl, (ttl) => ({ enabled: ttl.attribute })),
  });
  resource(scope, "g", DynamodbTable, {
    name: "t",
    // @ts-expect-error a misspelt setting of repeated blocks
    replica: each(input.tags, (_, regionName) => ({ regionName, kmsKeyAnr: "a" })),
  });
  resource(scope, "h", DynamodbTable, {
    name: "t",
    // @ts-expect-error a required setting of a block is missing
    attribute: [{ name: "a" }],
  });
  resource(scope, "i", DynamodbTable, {
    name: "t",
    // @ts-expect-error a required setting of repeated blocks is missing
    attribute: each(input.tags, (_, name) => ({ name })),
  });
  resource(scope, "j", DynamodbTable, {
    name: "t",
    // @ts-expect-error a misspelt setting of one block among others
    replica: blocks({ regionName: "eu-west-1", kmsKeyAnr: "a" }),
  });
}

export function deepBlocks(scope: Construct, input: Ref<Inputs>) {
  const index = { name: "i", hashKey: "h", projectionType: "ALL" };
  resource(scope, "a", DynamodbTable, {
    name: "t",
    // @ts-expect-error a misspelt setting, two levels down
    globalSecondaryIndex: [{ ...index, onDemandThroughput: { maxReadRequestUnit: 1 } }],
  });
  resource(scope, "b", DynamodbTable, {
    name: "t",
    globalSecondaryIndex: each(input.indexes, (_, name) => ({
      name,
      hashKey: "h",
      projectionType: "ALL",
      // @ts-expect-error a misspelt setting of a block that may be absent, in repeated blocks
      onDemandThroughput: when(input.ttl, () => ({ maxReadRequestUnits: 1, maxWriteRequestUnit: 1 })),
    })),
  });
  resource(scope, "d", DynamodbTable, {
    name: "t",
    globalSecondaryIndex: each(input.indexes, (_, name) => ({
      ...index,
      name,
      // @ts-expect-error a misspelt setting of a plain block in repeated blocks
      onDemandThroughput: { maxReadRequestUnits: 1, maxWriteRequestUnit: 1 },
    })),
  });
  resource(scope, "c", SqsQueue, {
    lifecycle: {
      // @ts-expect-error a misspelt meta-argument
      ignoreChange: ["name"],
    },
  });
}

export function callbacks(scope: Construct, input: Ref<Inputs>) {
  // @ts-expect-error a misspelt setting of an optional resource
  optionalResource(scope, "a", SqsQueue, input.ttl, () => ({ name: "x", delaySecond: 1 }));
  // @ts-expect-error a misspelt setting of repeated resources
  eachResource(scope, "b", SqsQueue, input.tags, (_, key) => ({ name: key, delaySecond: 1 }));
  // @ts-expect-error a resource for each of what may be null
  eachResource(scope, "c", SqsQueue, input.zones, (zone) => ({ name: zone }));
  // @ts-expect-error the item of an optional resource is there, its optional members are not
  optionalResource(scope, "d", SqsQueue, input.indexes, () => ({ name: input.ttl.attribute }));
}

export function attributes(scope: Construct, input: Ref<Inputs>) {
  const made = resource(scope, "a", SqsQueue, {});
  // @ts-expect-error a misspelt attribute
  made.attribute("anr");
  // @ts-expect-error what cdktf keeps for itself
  made.attribute("nameInput");
  // @ts-expect-error Terraform's own name
  made.attribute("delay_seconds");
  // @ts-expect-error a block is no attribute
  made.attribute("timeouts");
  // @ts-expect-error an attribute is no JavaScript string
  takesString(made.attribute("arn"));
  const many = eachResource(scope, "b", SqsQueue, input.tags, () => ({}));
  // @ts-expect-error a misspelt attribute of one of many
  many.at(input.name, "anr");
  // @ts-expect-error a number is no key
  many.at(input.size, "arn");
  // @ts-expect-error a number attribute for a string setting
  resource(scope, "c", SqsQueue, { name: made.attribute("delaySeconds") });
}

/**
 * What compiles and should not: a misspelt optional setting of a block that may be absent, three plain blocks deep.
 * Terraform knows better.
 */
export function known(scope: Construct, input: Ref<Inputs>) {
  const retry = { maxRetries: 1, perRetryTimeout: { unit: "s", value: 1 } };
  const route = { action: { weightedTarget: [] }, match: {} };
  resource(scope, "a", AppmeshRoute, {
    meshName: "m",
    name: "r",
    virtualRouterName: "v",
    spec: { httpRoute: { ...route, retryPolicy: when(input.ttl, () => ({ ...retry, tcpRetryEvent: [] })) } },
  });
  resource(scope, "b", AppmeshRoute, {
    meshName: "m",
    name: "r",
    virtualRouterName: "v",
    // @ts-expect-error a wrong type in the same place
    spec: { httpRoute: { ...route, retryPolicy: when(input.ttl, () => ({ ...retry, maxRetries: "1" })) } },
  });
}

/** What compiles. */
export function right(scope: Construct, input: Ref<Inputs>) {
  const made = resource(scope, "queue", SqsQueue, {
    name: text`${input.name}-queue`,
    delaySeconds: expr`${input.size} * 2`,
    fifoQueue: input.fifo,
    contentBasedDeduplication: expr`${input.fifo} && ${input.size} > 2`,
    tags: input.tags,
    policy: json({ Statement: forList(input.subnets, (subnet) => ({ Resource: subnet })) }),
    lifecycle: {
      ignoreChanges: ["name"],
      precondition: [{ condition: expr<boolean>`${input.size} > 1`, errorMessage: "size must be above 1" }],
    },
  });
  optionalResource(scope, "table", DynamodbTable, input.ttl, (ttl) => ({
    name: input.name,
    ttl: { attributeName: ttl.attribute, enabled: ttl.enabled },
    attribute: blocks(
      { name: "id", type: "S" },
      each(input.indexes, ({ key }) => ({ name: key, type: "S" })),
      when(input.mode, (mode) => ({ name: mode, type: "S" })),
    ),
    globalSecondaryIndex: each(input.indexes, ({ key, sort }, name) => ({
      name,
      hashKey: key,
      rangeKey: sort,
      projectionType: "ALL",
      onDemandThroughput: when(input.mode, () => ({ maxReadRequestUnits: input.size })),
    })),
  }));
  eachResource(scope, "function", LambdaFunction, input.indexes, ({ key }, name) => ({
    functionName: name,
    role: made.attribute("arn"),
    handler: key,
    layers: input.subnets,
    vpcConfig: { subnetIds: [text`${name}`, "b"], securityGroupIds: forList(input.subnets, (id) => id) },
    environment: when(presentIf(input.fifo), () => ({ variables: { MODE: orNull(input.mode, (mode) => mode) } })),
  }));
  return forMap(input.indexes, ({ key }) => key) satisfies Ref<Record<string, string>>;
}
