import type { Component } from "../index";

/** The AWS name of a component in all environments: what differs between them stays a reference; none of what is there already. */
export function nameOf({ awsName, existing, environments }: Component, project: string): string {
  if (existing && existing.environments.length === environments.length) return "";
  if (typeof awsName === "string") return awsName;
  const parts = awsName.parts.map((part) => (typeof part === "string" ? part : resolved(part.text, project)));
  return parts.join("");
}

const resolved = (reference: string, project: string) => (reference === "name" ? project : `\${${reference}}`);
