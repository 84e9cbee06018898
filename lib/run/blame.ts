import path from "node:path";
import type { Stack } from "../compose";
import { type Location, Sources } from "../diagnostic";
import { originOf } from "../render";
import { type Located, parse } from "../source";
import type { Component } from "../spec";
import type { Failure } from "./failures";

/** What in the spec an error of Terraform comes from. */
export interface Blame {
  readonly component: Component;
  readonly location: Location;
}

/** What an error is held against. */
export interface Applied {
  readonly stack: Stack;
  readonly environment: string;
  /** Path of the folder that Terraform ran in, from the output folder. */
  readonly folder: string;
  /** The text of a rendered file, by its path below the output folder; undefined where it was not rendered. */
  readonly read: (file: string) => string | undefined;
}

/** The component, and the value of it, that an error of Terraform is about; undefined where it is about none. */
export function blame(failure: Failure, applied: Applied): Blame | undefined {
  const written = writtenAt(failure, applied);
  const called = written && callAt(written, applied.stack);
  const [label, inputs] = called ?? [labelIn(failure.address ?? "", applied.stack), inputsIn(written?.value)];
  const component = componentOf(label, applied.stack);
  return component && { component, location: locationOf(component, withNamed(inputs, failure), applied) };
}

/** The component to which a resource or module of a plan belongs, by its address. */
export const componentAt = (address: string, stack: Stack): Component | undefined =>
  componentOf(labelIn(address, stack), stack);

/** Where a value of a component is written, as an environment has it; where the component is, if nowhere. */
export function locationOf(component: Component, inputs: readonly string[], { stack, environment }: Applied): Location {
  const file = `environments/${environment}.tfvars.json`;
  const isThere = component.environments.includes(environment);
  return (isThere ? originOf(stack, file, [component.label, ...inputs]) : undefined) ?? component.location;
}

const componentOf = (label: string | undefined, { calls }: Stack): Component | undefined =>
  calls.find((call) => call.label === label)?.component;

/** In an environment's root everything is in the module that is named after the stack. */
function labelIn(address: string, { name, project }: Stack): string | undefined {
  const inner = project.layout === "directories" ? address.replace(new RegExp(`^module\\.${name}\\.`), "") : address;
  return /^module\.([A-Za-z0-9_]+)/.exec(inner)?.[1];
}

interface Written {
  /** Path below the output folder. */
  readonly file: string;
  readonly path: readonly string[];
  readonly value: Located;
}

function writtenAt({ place }: Failure, { folder, read }: Applied): Written | undefined {
  const file = place && path.posix.join(folder, place.file.replaceAll("\\", "/"));
  const text = file?.endsWith(".json") ? read(file) : undefined;
  const tree = text === undefined ? undefined : parse(file as string, text).value;
  if (!file || text === undefined || !tree || !place) return undefined;
  const sources = new Sources();
  sources.add(file, text);
  const found = findLine(tree, (offset) => sources.lineNumber(file, offset) === place.line);
  return found && { file, ...found };
}

type Found = Pick<Written, "path" | "value">;

/** The first member that starts on a line. */
function findLine(tree: Located, isThere: (offset: number) => boolean, at: readonly string[] = []): Found | undefined {
  for (const [key, start, value] of membersOf(tree)) {
    const path = [...at, key];
    const found = isThere(start) ? { path, value } : findLine(value, isThere, path);
    if (found) return found;
  }
  return undefined;
}

function membersOf(tree: Located): [key: string, start: number, value: Located][] {
  if (tree.kind === "list") return tree.items.map((item, i) => [String(i), item.location.start, item]);
  if (tree.kind === "scalar") return [];
  return [...tree.entries].map(([key, { key: place, value }]) => [key, place.start, value]);
}

/** The component and the path in its call, of a place in the composition or in an environment's root. */
function callAt({ file, path }: Written, { name }: Stack): [label: string, inputs: readonly string[]] | undefined {
  const isRoot = file.startsWith("environments/");
  if (file.includes("modules/")) return undefined;
  const steps = file.endsWith(".tfvars.json") ? path : path.slice(isRoot && path[1] === name ? 2 : 1);
  const [label, ...inputs] = steps;
  return label === undefined ? undefined : [label, inputs];
}

/** The input that an argument of a module passes on: `memory_size` of `${var.memory_size}`. */
function inputsIn(value: Located | undefined): readonly string[] {
  const text = value?.kind === "scalar" ? value.text : "";
  return /\bvar\.([A-Za-z0-9_.]+)/.exec(text)?.[1]?.split(".") ?? [];
}

/** Our own messages start with the value that they are about: `attributes["id"] must be one of S, N, B`. */
function withNamed(inputs: readonly string[], { detail }: Failure): readonly string[] {
  const start = /^[A-Za-z0-9_]+(?:\.[A-Za-z0-9_-]+|\["(?:[^"\\]|\\.)*"\])*/.exec(detail)?.[0] ?? "";
  const named = [...start.matchAll(/\["((?:[^"\\]|\\.)*)"\]|[A-Za-z0-9_-]+/g)].map(([all, key]) => key ?? all);
  return inputs.length > 0 && inputs.every((step, i) => step === named[i]) ? named : inputs;
}
