import { isDeepStrictEqual } from "node:util";
import type { TerraformRoot } from "../render";
import { labelOf, lastAddress, type Project } from "../spec";
import { placeOf } from "../state";
import type { Inventory } from "./inventory";

/** What moves from one state into another. */
export interface Transfer {
  readonly from: TerraformRoot;
  readonly to: TerraformRoot;
  /** Addresses of modules and resources, there and here; undefined for the whole state as it is. */
  readonly addresses?: readonly (readonly [from: string, to: string])[];
}

/** What must move between states, from the tree that was rendered to what a project renders to. */
export const transfersOf = ({ cloud, moves }: Project, before: Inventory, after: Inventory): readonly Transfer[] =>
  transfersBetween(before, after, (address) => lastAddress(address, moves), cloud.publication?.resource);

/**
 * What must move between states so that those of one tree become those of another.
 * @param became the address of a component that had another
 * @param resource the resource that publishes an export, without its key
 */
export function transfersBetween(
  before: Inventory,
  after: Inventory,
  became: (address: string) => string,
  resource = "",
): readonly Transfer[] {
  return [...after.roots.values()].flatMap((to) =>
    [...before.roots.values()].flatMap((from) => {
      if (from.environment !== to.environment || isSame(from, to)) return [];
      if (isWhole(from, to)) return [{ from, to }];
      const addresses = [...componentsIn(from, to, before, after, became), ...publishedIn(from, to, after, resource)];
      return addresses.length > 0 ? [{ from, to, addresses }] : [];
    }),
  );
}

/** Whether two roots have the same state, with the same addresses in it. */
export const isSame = (a: TerraformRoot, b: TerraformRoot | undefined): boolean =>
  b !== undefined && isDeepStrictEqual(stateOf(a), stateOf(b));

/** Which state it is: in files beside the root, the root tells it from others. */
function stateOf({ state, workspace, folder, module }: TerraformRoot) {
  const place = placeOf(state);
  return { place, workspace, module, ...(place.backend === "local" ? { folder } : {}) };
}

/** Whether all that is in a state has the same address in another. */
const isWhole = (from: TerraformRoot, to: TerraformRoot) => from.service === to.service && from.module === to.module;

function componentsIn(
  from: TerraformRoot,
  to: TerraformRoot,
  before: Inventory,
  after: Inventory,
  became: (address: string) => string,
): (readonly [string, string])[] {
  return [...before.components].flatMap(([address, { calls }]) => {
    const now = became(address);
    if (!isOf(address, from) || !isOf(now, to) || !after.components.has(now)) return [];
    return calls.map(
      (label) => [inside(from, `module.${label}`), inside(to, `module.${relabelled(label, address, now)}`)] as const,
    );
  });
}

const isOf = (address: string, { service }: TerraformRoot) =>
  service === undefined || address.startsWith(`${service}.`);

const inside = ({ module }: TerraformRoot, address: string) =>
  module === undefined ? address : `${module}.${address}`;

/** A label begins with that of its component's address. */
const relabelled = (label: string, address: string, now: string) => labelOf(now) + label.slice(labelOf(address).length);

/** What no root publishes any more goes to the first of its environment, which then destroys it. */
function publishedIn(from: TerraformRoot, to: TerraformRoot, after: Inventory, resource: string) {
  const roots = [...after.roots.values()].filter(({ environment }) => environment === to.environment);
  const isLast = (name: string) =>
    roots[0]?.name === to.name && !roots.some(({ published }) => published?.includes(name));
  const going = (from.published ?? []).filter((name) => to.published?.includes(name) || isLast(name));
  return going.map((name) => {
    const address = `module.exports.${resource}[${JSON.stringify(name)}]`;
    return [inside(from, address), inside(to, address)] as const;
  });
}
