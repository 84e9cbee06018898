import type { Component } from "../index";

/**
 * The AWS name of a component in all environments: what differs between them stays a reference, and what has a name of its own
 * follows; none of what is there already.
 */
export function nameOf({ awsName, ownNames, existing, environments }: Component, project: string): string {
  if (existing && existing.environments.length === environments.length) return "";
  const own = Object.entries(ownNames).map(([environment, name]) => `${textOf(name, project)} in ${environment}`);
  return [textOf(awsName, project), ...own].join(", ");
}

function textOf(name: Component["awsName"], project: string): string {
  if (typeof name === "string") return name;
  const parts = name.parts.map((part) => (typeof part === "string" ? part : resolved(part.text, project)));
  return parts.join("");
}

const resolved = (reference: string, project: string) => (reference === "name" ? project : `\${${reference}}`);
