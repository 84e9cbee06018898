import {
  boolean,
  definedIn,
  filled,
  forbiddenWhen,
  integer,
  is,
  list,
  map,
  object,
  oneOf,
  optional,
  ordered,
  requiredWhen,
  string,
  usedBy,
} from "../../lib/schema";

/** Names of tables and indexes: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html */
const name = { pattern: "^[A-Za-z0-9_.-]+$", message: "letters, digits, _ . -", minLength: 3, maxLength: 255 } as const;
const attributeName = { minLength: 1, maxLength: 255 } as const;
const kmsKey = {
  pattern: "^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:(key|alias)/[A-Za-z0-9/_-]+$",
  message: "the ARN of a KMS key",
} as const;

/** Target utilisation of 20 to 90 %: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html */
const capacity = (kind: string) =>
  object(
    {
      min: optional(integer({ minimum: 1, description: `Fewest ${kind} capacity units; PROVISIONED only.` })),
      max: integer({
        minimum: 1,
        description: `Most ${kind} capacity units; on demand, most request units per second.`,
      }),
      target: integer({
        default: 70,
        minimum: 20,
        maximum: 90,
        description: "Utilisation in percent at which capacity grows.",
      }),
    },
    { rules: [ordered("min", "max")], description: `How ${kind} capacity scales.` },
  );

const projection = {
  projection_type: oneOf(["ALL", "KEYS_ONLY", "INCLUDE"], {
    default: "ALL",
    description: "Attributes that the index copies.",
  }),
  non_key_attributes: optional(
    list(string(attributeName), {
      minItems: 1,
      maxItems: 100,
      description: "The attributes that INCLUDE copies beside the keys.",
    }),
  ),
};
const projectionRules = [
  requiredWhen("non_key_attributes", is("projection_type", "INCLUDE")),
  forbiddenWhen("non_key_attributes", is("projection_type", "ALL")),
  forbiddenWhen("non_key_attributes", is("projection_type", "KEYS_ONLY")),
];

/** Terraform can leave the capacity of a table to autoscaling, but not that of one index. */
const fixedCapacity = (kind: string) =>
  `Fixed ${kind} capacity units with PROVISIONED; the table's most if absent, so that the index never throttles the table.`;

/** Limits of indexes: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html */
const globalIndex = object(
  {
    hash_key: string({ description: "Attribute that is the index's partition key." }),
    range_key: optional(string({ description: "Attribute that is the index's sort key." })),
    ...projection,
    read_capacity: optional(integer({ minimum: 1, description: fixedCapacity("read") })),
    write_capacity: optional(integer({ minimum: 1, description: fixedCapacity("write") })),
  },
  { rules: projectionRules },
);

const protection = object(
  {
    deletion_protection_enabled: boolean({
      default: true,
      description: "Whether DynamoDB refuses to delete the table.",
    }),
    point_in_time_recovery: object(
      {
        enabled: boolean({ default: true, description: "Whether every second of the period can be restored." }),
        recovery_period_in_days: integer({
          default: 35,
          minimum: 1,
          maximum: 35,
          description: "How far back, in days.",
        }),
      },
      { default: {}, description: "Continuous backups." },
    ),
    kms_key_arn: optional(
      string({
        ...kmsKey,
        description: "KMS key of the caller that encrypts the table; the AWS managed key of DynamoDB if absent.",
      }),
    ),
    table_class: oneOf(["STANDARD", "STANDARD_INFREQUENT_ACCESS"], {
      default: "STANDARD",
      description: "Storage class.",
    }),
  },
  { default: {}, description: "How data is kept and protected." },
);

const keys = [
  "hash_key",
  "range_key",
  "global_secondary_indexes.*.hash_key",
  "global_secondary_indexes.*.range_key",
  "local_secondary_indexes.*.range_key",
] as const;

export const inputs = object(
  {
    name: string({ ...name, description: "Name of the table, unique in account and region." }),
    hash_key: string({ description: "Attribute that is the partition key." }),
    range_key: optional(string({ description: "Attribute that is the sort key." })),
    attributes: map(oneOf(["S", "N", "B"]), {
      keys: "^[^\\n]{1,255}$",
      keysMessage: "1 to 255 characters on one line",
      description: "Types of all attributes that are keys, by name: S(tring), N(umber) or B(inary).",
    }),
    billing_mode: oneOf(["PAY_PER_REQUEST", "PROVISIONED"], {
      default: "PAY_PER_REQUEST",
      description: "Pay per request, or for capacity that scales between limits.",
    }),
    read_capacity: optional(capacity("read")),
    write_capacity: optional(capacity("write")),
    global_secondary_indexes: map(globalIndex, {
      default: {},
      keys: "^[A-Za-z0-9_.-]{3,255}$",
      keysMessage: "3 to 255 letters, digits, _ . -",
      maxProperties: 20,
      description: "Indexes with keys of their own, by name.",
    }),
    local_secondary_indexes: map(
      object(
        {
          range_key: string({ description: "Attribute that is the index's sort key." }),
          ...projection,
        },
        { rules: projectionRules },
      ),
      {
        default: {},
        keys: "^[A-Za-z0-9_.-]{3,255}$",
        keysMessage: "3 to 255 letters, digits, _ . -",
        maxProperties: 5,
        description:
          "Indexes with the table's partition key and another sort key, by name. Changing them replaces the table.",
      },
    ),
    stream_view_type: optional(
      oneOf(["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"], {
        description: "What the stream of changes carries; no stream if absent. Replicas bring one with both images.",
      }),
    ),
    ttl: optional(
      object(
        {
          attribute_name: string({
            ...attributeName,
            description: "Attribute with the time of expiry, in seconds since 1970.",
          }),
          enabled: boolean({ default: true, description: "Whether expired items are deleted." }),
        },
        { description: "Deletion of expired items." },
      ),
    ),
    replicas: map(
      object({
        kms_key_arn: optional(string({ ...kmsKey, description: "KMS key in the replica's region." })),
        point_in_time_recovery: boolean({ default: true, description: "Continuous backups of the replica." }),
      }),
      {
        default: {},
        keys: "^[a-z]{2}(-[a-z]+)+-[0-9]{1,2}$",
        keysMessage: "an AWS region such as eu-west-1",
        description: "Replicas of a global table, by region.",
      },
    ),
    protection,
    tags: map(string(), { default: {}, description: "Tags of the table." }),
  },
  {
    rules: [
      definedIn([...keys], "attributes"),
      usedBy("attributes", [...keys]),
      requiredWhen("read_capacity", is("billing_mode", "PROVISIONED")),
      requiredWhen("write_capacity", is("billing_mode", "PROVISIONED")),
      requiredWhen("read_capacity.min", is("billing_mode", "PROVISIONED")),
      requiredWhen("write_capacity.min", is("billing_mode", "PROVISIONED")),
      forbiddenWhen("read_capacity.min", is("billing_mode", "PAY_PER_REQUEST")),
      forbiddenWhen("write_capacity.min", is("billing_mode", "PAY_PER_REQUEST")),
      requiredWhen("range_key", filled("local_secondary_indexes")),
      forbiddenWhen("stream_view_type", filled("replicas")),
    ],
  },
);
