import { driftIn } from "../../lib/run";
import type { Change } from "../../lib/run/plan";

const one = (change: Partial<Change>, address = "a") => ({
  address,
  type: "t",
  change: { actions: ["update"], ...change },
});

test("what was changed outside and would be changed back is drift, not pending", () => {
  const plan = {
    resource_drift: [one({ before: { size: 1, tags: null }, after: { size: 2, tags: {} } })],
    resource_changes: [one({ before: { size: 2, tags: {} }, after: { size: 1, tags: {} } })],
  };
  expect(driftIn(plan)).toEqual({ drifted: [{ address: "a", attributes: ["size"] }], pending: [] });
});

test("what nothing would change back is no drift", () => {
  const plan = {
    resource_drift: [one({ before: { capacity: 1 }, after: { capacity: 9 } })],
    resource_changes: [one({ actions: ["no-op"], before: { capacity: 9 }, after: { capacity: 9 } })],
  };
  expect(driftIn(plan)).toEqual({ drifted: [], pending: [] });
});

test("what the spec changes is pending, even where something else of it was filled in outside", () => {
  const plan = {
    resource_drift: [one({ before: { size: 1, stamp: "x" }, after: { size: 1, stamp: "y" } })],
    resource_changes: [
      one({ before: { size: 1, stamp: "y" }, after: { size: 2 }, after_unknown: { stamp: true, tags: {} } }),
    ],
  };
  expect(driftIn(plan)).toEqual({ drifted: [], pending: [{ address: "a", actions: ["update"] }] });
});

test("a resource that drifted and that the spec changes as well is both", () => {
  const plan = {
    resource_drift: [one({ before: { size: 1, name: "a" }, after: { size: 2, name: "a" } })],
    resource_changes: [one({ before: { size: 2, name: "a" }, after: { size: 1, name: "b" } })],
  };
  expect(driftIn(plan)).toEqual({
    drifted: [{ address: "a", attributes: ["size"] }],
    pending: [{ address: "a", actions: ["update"] }],
  });
});

test("a resource that is gone has drifted; what only follows from making it again is not pending", () => {
  const plan = {
    resource_drift: [one({ actions: ["delete"], before: { name: "a", tags: {}, arn: "arn" }, after: null })],
    resource_changes: [
      one({ actions: ["create"], before: null, after: { name: "a", tags: null }, after_unknown: { arn: true } }),
      one({ before: { policy: "arn" }, after: {}, after_unknown: { policy: true } }, "user"),
    ],
  };
  expect(driftIn(plan)).toEqual({ drifted: [{ address: "a", attributes: [] }], pending: [] });
});

test("removals, moves and outputs that are known are pending; reads and what is not known are not", () => {
  const plan = {
    resource_changes: [
      one({ actions: ["delete"], before: { size: 1 }, after: null }, "gone"),
      { ...one({ actions: ["no-op"] }, "new"), previous_address: "old" },
      one({ actions: ["read"] }, "data.x"),
      one({ actions: ["no-op"] }, "same"),
    ],
    output_changes: {
      url: { actions: ["create"], after: "x", after_unknown: false },
      later: { actions: ["create"], after_unknown: true },
      same: { actions: ["no-op"], after_unknown: false },
    },
  };
  expect(driftIn(plan).pending).toEqual([
    { address: "gone", actions: ["delete"] },
    { address: "new", actions: ["move"] },
    { address: "output.url", actions: ["create"] },
  ]);
});
