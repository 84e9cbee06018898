import type { Diagnostic } from "../diagnostic";
import type { Module } from "../module";
import { type Fields, oneOf, optional, present, type Rule, requiredWhen } from "../schema";
import type { LocatedEntry, LocatedMap } from "../source";
import type { Component, Values } from "./project";

/** What a spec says of a value that each run is given. */
const WORD = "at_deploy";

/** Inputs of which each run is given the value, and those that tell of a new one. */
const inputsOf = ({ inputs }: Module): readonly (readonly [input: string, version: string])[] =>
  Object.entries(inputs.properties).flatMap(([name, { ephemeral }]) => (ephemeral ? [[name, ephemeral] as const] : []));

/** Such inputs as a spec has them. */
export const atDeployFields = (module: Module): Fields =>
  Object.fromEntries(
    inputsOf(module).map(([name]) => {
      const { description = "" } = module.inputs.properties[name] ?? {};
      return [name, optional(oneOf([WORD], { description: `${description} Each run is given it: \`${WORD}\`.` }))];
    }),
  );

/** What tells of a new value tells of one that is given; Terraform is given it only where it is new. */
export const atDeployRules = (module: Module): readonly Rule[] =>
  inputsOf(module).map(([name, version]) => requiredWhen(name, present(version)));

interface Taken {
  readonly values: Values;
  readonly rest: LocatedMap;
  readonly diagnostics: readonly Diagnostic[];
}

/** Takes such inputs out of what is written of a component: whatever else stands there may be the secret itself. */
export function takeAtDeploy(module: Module, tree: LocatedMap): Taken {
  const found = inputsOf(module).flatMap(([name]) => {
    const entry = tree.entries.get(name);
    return entry ? [{ name, entry }] : [];
  });
  const names = found.map(({ name }) => name);
  return {
    values: Object.fromEntries(names.map((name) => [name, WORD])),
    rest: { ...tree, entries: new Map([...tree.entries].filter(([name]) => !names.includes(name))) },
    diagnostics: found.flatMap(({ name, entry }) => (isWord(entry) ? [] : [refusal(name, entry)])),
  };
}

const isWord = ({ value }: LocatedEntry) => value.kind === "scalar" && value.text === WORD;

const refusal = (name: string, { value }: LocatedEntry): Diagnostic => ({
  message: `${name} is a secret, which no spec holds`,
  location: value.location,
  help: `write \`${name}: ${WORD}\`, and give the value to the run that makes or changes it`,
  isSecret: true,
});

/** An input of which each run is given the value. */
export interface AtDeploy {
  readonly input: string;
  /** The variable that carries it: `orders_password_value`. */
  readonly variable: string;
}

/** The inputs of a component that some environment is given at each run. */
export const atDeployOf = ({ module, label, values }: Pick<Component, "module" | "label" | "values">): AtDeploy[] =>
  inputsOf(module)
    .filter(([input]) => Object.values(values).some((one) => one[input] !== undefined))
    .map(([input]) => ({ input, variable: `${label}_${input}` }));

/** The values that a rendered composition holds. */
export function keptOf(values: Values, module: Module): Values {
  const names = inputsOf(module).map(([name]) => name);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}
