import { type Diagnostic, UserError } from "../diagnostic";
import type { Located } from "../source";
import { type Component, labelOf, madeIn, type Project } from "../spec";
import { didYouMean } from "../spec/did-you-mean";
import { nameHelp, namePattern } from "../spec/words";
import { type Move, partsOf } from "./request";
import { entryAt, serviceIn, type Trees } from "./trees";

/**
 * The move of a component that can be moved.
 * @throws UserError with what forbids it, and what to do instead.
 */
export function moveOf(from: string, to: string, { components }: Project, trees: Trees): Move {
  const component = components.get(from);
  const problem =
    (component ? movable(component, trees) : missing(from, components, trees)) ?? free(from, to, components, trees);
  if (problem) throw new UserError([problem]);
  return { from, to, isRelabelled: labelOf(from) !== labelOf(to) };
}

/** Words of a service that are no components. */
const wordsOfServices = ["defaults", "only", "for_each", "pattern"];

type Components = Project["components"];

function missing(from: string, components: Components, trees: Trees): Diagnostic {
  const written = writtenAs(from, trees);
  if (written && isMany(written.value))
    return { message: `${from} stands for several components`, location: written.key, help: inOnePlace };
  return { message: `there is no component ${from}`, help: didYouMean("components", from, [...components.keys()]) };
}

const inOnePlace =
  "only a component that is written on its own can be moved; change what it is written in, and add to `moved`";

function movable(component: Component, trees: Trees): Diagnostic | undefined {
  const { address, location } = component;
  const written = writtenAs(address, trees);
  if (location.via || !written || isMany(written.value))
    return { message: `${address} is not written on its own`, location, help: inOnePlace };
  if (written.key.start > written.value.location.start || written.value.kind !== "map")
    return { message: `${address} is written by an alias`, location, help: "write its body out, and try again" };
  if (madeIn(component).length > 0) return undefined;
  const help = "nothing is made of it, so that nothing moves: change its address in the spec";
  return { message: `${address} is there already in every environment`, location, help };
}

function free(from: string, to: string, components: Components, trees: Trees): Diagnostic | undefined {
  if (from === to) return { message: `${from} has this address`, help: "name another one" };
  const wrong = wrongName(to);
  if (wrong) return wrong;
  const [service] = partsOf(to);
  const taken = components.get(to)?.location ?? writtenAs(to, trees)?.key;
  if (taken) return { message: `there is a component ${to} already`, location: taken, help: "choose another address" };
  const repeated = entryAt(serviceIn(trees, service)?.value, ["for_each"]);
  if (!repeated) return undefined;
  const help = "choose another service: what stands in this one is there for each of its names";
  return { message: `${service} is written for each of several names`, location: repeated.key, help };
}

function wrongName(address: string): Diagnostic | undefined {
  const parts = address.split(".");
  const help = "write service.component, such as orders.table";
  if (parts.length !== 2) return { message: `"${address}" is no address`, help };
  const bad = parts.find((one) => !namePattern.test(one));
  if (bad !== undefined) return { message: `the name "${bad}" is not allowed`, help: nameHelp };
  const [, name = ""] = parts;
  return wordsOfServices.includes(name)
    ? { message: `\`${name}\` is a reserved word`, help: "choose another name" }
    : undefined;
}

/** A component as it is written in a service. */
function writtenAs(address: string, trees: Trees) {
  const [service, name] = partsOf(address);
  const found = serviceIn(trees, service);
  return entryAt(found?.value, ["for_each"]) ? undefined : entryAt(found?.value, [name]);
}

const isMany = (body: Located): boolean => ["pattern", "for_each"].some((word) => entryAt(body, [word]));
