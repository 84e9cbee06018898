import { type Call, type Exported, outputOf, type Publishing, type Stack, upFrom } from "../compose";
import type { Module } from "../module";
import { labelOf, type Move } from "../spec";
import { atDeployVariables, toldBuiltins } from "./environment";
import { foreignVariables, type Lookups } from "./foreign";
import type { Json } from "./json";
import { printed } from "./part";

/** The module calls of a stack, and what they need beside them. */
export const compositionMain = (stack: Stack, lookups?: Lookups): Json => ({
  ...localsOf(stack, lookups),
  ...dataOf([...stack.builtins].map((name) => stack.project.cloud.builtins[name]?.data).concat(lookups?.data)),
  module: {
    ...Object.fromEntries(stack.calls.map((call) => [call.label, moduleCall(call, stack)])),
    ...(stack.publishing ? { exports: publishingCall(stack.publishing, stack) } : {}),
  },
  moved: [...stack.calls.map(moved), ...movesIn(stack).flatMap(renamed)],
});

function localsOf({ locals }: Stack, lookups: Lookups | undefined): Json {
  const services = lookups && Object.keys(lookups.outputs).length > 0 ? { services: lookups.outputs } : {};
  const all = { ...(printed(Object.fromEntries(locals)) as Json), ...services };
  return Object.keys(all).length > 0 ? { locals: all } : {};
}

const dataOf = (sources: readonly (Json | undefined)[]): Json => {
  const data = Object.assign({}, ...sources);
  return Object.keys(data).length > 0 ? { data } : {};
};

/** Where a module is, from a stack's composition. */
const sourceOf = (module: string, { folder }: Stack) => `${upFrom(folder) || "./"}modules/${module}`;

/** A module call as Terraform JSON. */
export function moduleCall({ component, module, only, arguments: given }: Call, stack: Stack): Json {
  const { name } = stack.project.cloud;
  const { provider } = component;
  return {
    source: sourceOf(module.name, stack),
    ...(provider ? { providers: { [name]: `${name}.${provider.alias}` } } : {}),
    ...(only ? { count: `\${contains(${JSON.stringify(only)}, var.environment) ? 1 : 0}` } : {}),
    ...(printed(given) as Json),
  };
}

/** No component has its label: theirs have a `_`. */
const publishingCall = ({ module, arguments: given }: Publishing, stack: Stack): Json => ({
  source: sourceOf(module, stack),
  ...(printed(given) as Json),
});

/** Adding or dropping `count` changes the address of all that is in a module; this pair makes it a change of name only. */
function moved({ label, only }: Call): Json {
  const [plain, counted] = [`module.${label}`, `module.${label}[0]`];
  return only ? { from: plain, to: counted } : { from: counted, to: plain };
}

/** The moves within a stack. */
const movesIn = ({ service, project: { moves } }: Stack): readonly Move[] =>
  moves.filter(({ from, to }) => service === undefined || [from, to].every((one) => one?.startsWith(`${service}.`)));

/** A move of a whole call, counted or not; a name alone moves nothing where its label stays. */
function renamed({ from, to }: Move): readonly Json[] {
  const [before, after] = [from, to].map((address) => address && labelOf(address));
  return after && before !== after ? [{ from: `module.${before}`, to: `module.${after}` }] : [];
}

/** What the environments say: which one they are, and per component what differs. */
export function compositionVariables(stack: Stack): Json {
  const { calls } = stack;
  const told = toldBuiltins(stack).map((name) => [
    name,
    { description: `The environment's ${name}.`, type: "string", nullable: false },
  ]);
  const own = calls.filter(({ variable }) => variable !== undefined).map((call) => [call.label, variable(call)]);
  return {
    variable: {
      environment: { description: "Name of the environment.", type: "string", nullable: false },
      ...Object.fromEntries(told),
      ...(stack.project.layout === "directories" ? foreignVariables(stack) : {}),
      ...Object.fromEntries(own),
      ...atDeployVariables(stack),
    },
  };
}

const variable = ({ component, only, variable: type }: Call): Json => ({
  description: `What environments set differently for ${component.address}.`,
  type,
  ...(only ? { default: null } : { nullable: false }),
});

/** The outputs of every component; the first carries the guard that stops a plan in the wrong place. */
export const compositionOutputs = ({ calls, exports }: Stack, guard: Json): Json => ({
  output: {
    environment: { description: "Name of the environment.", value: "${var.environment}", precondition: [guard] },
    ...Object.fromEntries(calls.map((call) => [call.component.label, output(call)])),
    ...Object.fromEntries(exports.map((one) => [one.name, exportedOutput(one, printed(one.value))])),
  },
});

/** The output of an export, of the composition or of what calls it. */
export const exportedOutput = ({ description, isSensitive }: Exported, value: unknown): Json => ({
  ...(description === undefined ? {} : { description }),
  value,
  ...(isSensitive ? { sensitive: true } : {}),
});

function output({ component, only }: Call): Json {
  const { address, module } = component;
  const value = (name: string) => `\${${outputOf(component, name, only === undefined)}}`;
  return {
    description: `Outputs of ${address}.`,
    value: Object.fromEntries(Object.keys(module.outputs).map((name) => [name, value(name)])),
    ...secrecy(module),
  };
}

/** Terraform hides a whole output of which a part is sensitive, and wants to be told. */
export const secrecy = ({ outputs }: Module): Json =>
  Object.values(outputs).some(({ sensitive }) => sensitive) ? { sensitive: true } : {};
