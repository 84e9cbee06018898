import type { Cloud } from "../cloud";
import { type Call, type Exported, outputOf, type Publishing, type Stack } from "../compose";
import type { Module } from "../module";
import { atDeployVariables, toldBuiltins } from "./environment";
import type { Json } from "./json";
import { printed } from "./part";

/** The module calls of a stack, and what they need beside them. */
export const compositionMain = ({ calls, locals, builtins, project, publishing }: Stack): Json => ({
  ...(locals.size > 0 ? { locals: printed(Object.fromEntries(locals)) as Json } : {}),
  ...dataOf([...builtins].map((name) => project.cloud.builtins[name]?.data)),
  module: {
    ...Object.fromEntries(calls.map((call) => [call.label, moduleCall(call, project.cloud)])),
    ...(publishing ? { exports: publishingCall(publishing) } : {}),
  },
  moved: calls.map(moved),
});

const dataOf = (sources: readonly (Json | undefined)[]): Json => {
  const data = Object.assign({}, ...sources);
  return Object.keys(data).length > 0 ? { data } : {};
};

function moduleCall({ component, module, only, arguments: given }: Call, { name }: Cloud): Json {
  const { provider } = component;
  return {
    source: `./modules/${module.name}`,
    ...(provider ? { providers: { [name]: `${name}.${provider.alias}` } } : {}),
    ...(only ? { count: `\${contains(${JSON.stringify(only)}, var.environment) ? 1 : 0}` } : {}),
    ...(printed(given) as Json),
  };
}

/** No component has its label: theirs have a `_`. */
const publishingCall = ({ module, arguments: given }: Publishing): Json => ({
  source: `./modules/${module}`,
  ...(printed(given) as Json),
});

/** Adding or dropping `count` changes the address of all that is in a module; this pair makes it a change of name only. */
function moved({ label, only }: Call): Json {
  const [plain, counted] = [`module.${label}`, `module.${label}[0]`];
  return only ? { from: plain, to: counted } : { from: counted, to: plain };
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
