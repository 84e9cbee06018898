import type { Input } from "../../lib/schema";
import type { inputs } from "./inputs";

export const minimal: Input<typeof inputs> = { name: "orders", hash_key: "order_id", attributes: { order_id: "S" } };

export const complete: Input<typeof inputs> = {
  name: "orders-complete",
  hash_key: "customer_id",
  range_key: "order_id",
  attributes: { customer_id: "S", order_id: "S", status: "S", created_at: "N" },
  billing_mode: "PROVISIONED",
  read_capacity: { min: 5, max: 50 },
  write_capacity: { min: 5, max: 20, target: 60 },
  global_secondary_indexes: {
    "by-status": {
      hash_key: "status",
      range_key: "created_at",
      projection_type: "INCLUDE",
      non_key_attributes: ["total"],
    },
  },
  local_secondary_indexes: {
    "by-time": { range_key: "created_at", projection_type: "INCLUDE", non_key_attributes: ["total"] },
  },
  stream_view_type: "NEW_AND_OLD_IMAGES",
  ttl: { attribute_name: "expires_at" },
  protection: { deletion_protection_enabled: false, point_in_time_recovery: { recovery_period_in_days: 7 } },
  tags: { Service: "orders" },
};

/** On demand up to a limit, in two regions. */
export const global = {
  name: "orders-global",
  hash_key: "order_id",
  attributes: { order_id: "S", customer_id: "S" },
  read_capacity: { max: 1000 },
  write_capacity: { max: 500 },
  global_secondary_indexes: { "by-customer": { hash_key: "customer_id" } },
  replicas: { "eu-west-1": {} },
} as const satisfies Input<typeof inputs>;

const capacity = { min: 5, max: 50 };
const reversed = { min: 6, max: 5 };
const provisioned = {
  ...minimal,
  billing_mode: "PROVISIONED",
  read_capacity: capacity,
  write_capacity: capacity,
} as const;
const { range_key: _, ...withoutRangeKey } = complete;
const { read_capacity: __, ...withoutReads } = provisioned;
const { write_capacity: ___, ...withoutWrites } = provisioned;

type Index = Partial<NonNullable<Input<typeof inputs>["global_secondary_indexes"]>[string]>;
const globally = (index: Index) => ({
  ...complete,
  global_secondary_indexes: { "by-status": { hash_key: "status", range_key: "created_at", ...index } },
});
const locally = (index: Index) => ({
  ...complete,
  local_secondary_indexes: { "by-time": { range_key: "created_at", ...index } },
});
const onlyKeys: Index = { projection_type: "KEYS_ONLY", non_key_attributes: ["total"] };

export const rejected: Readonly<Record<string, Input<typeof inputs>>> = {
  "a partition key that is no attribute": { ...complete, hash_key: "order" },
  "a sort key that is no attribute": { ...complete, range_key: "order" },
  "the partition key of an index that is no attribute": globally({ hash_key: "order" }),
  "the sort key of an index that is no attribute": globally({ range_key: "order" }),
  "the sort key of a local index that is no attribute": locally({ range_key: "order" }),
  "an attribute that is no key": { ...complete, attributes: { ...complete.attributes, total: "N" } },
  "provisioned without read capacity": withoutReads,
  "provisioned without write capacity": withoutWrites,
  "provisioned without the least read capacity": { ...provisioned, read_capacity: { max: 50 } },
  "provisioned without the least write capacity": { ...provisioned, write_capacity: { max: 50 } },
  "on demand with a least read capacity": { ...minimal, read_capacity: capacity },
  "on demand with a least write capacity": { ...minimal, write_capacity: capacity },
  "least read capacity above the most": { ...provisioned, read_capacity: reversed },
  "least write capacity above the most": { ...provisioned, write_capacity: reversed },
  "an index that includes no attributes": globally({ projection_type: "INCLUDE" }),
  "an index of everything with single attributes": globally({ non_key_attributes: ["total"] }),
  "an index of keys with single attributes": globally(onlyKeys),
  "a local index that includes no attributes": locally({ projection_type: "INCLUDE" }),
  "a local index of everything with single attributes": locally({ non_key_attributes: ["total"] }),
  "a local index of keys with single attributes": locally(onlyKeys),
  "a local index without a sort key of the table": withoutRangeKey,
  "replicas with a stream of the caller's choice": { ...global, stream_view_type: "KEYS_ONLY" },
};
