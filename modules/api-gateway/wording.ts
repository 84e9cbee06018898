import { Address, component, type Neighbour, type Said, type Surroundings, type Wording } from "../../lib/module";
import { exactlyOneOf, isRecord, map, object, optional, string } from "../../lib/schema";
import { inputs } from "./inputs";
import { ownKeys, routeKeys } from "./inputs/patterns";
import { route } from "./inputs/route";

const { routes, targets } = inputs.properties;
const { target: _, ...others } = route.properties;

const routeInWords = object(
  {
    function: optional(
      component("The Lambda function that answers, by its address.", ["lambda", "lambda-external-code"]),
    ),
    target: optional(string({ description: "What answers, by its key in targets; for all that is no function." })),
    ...others,
  },
  { rules: [exactlyOneOf("function", "target")] },
);

/** Routes that name functions: each function becomes one target, however many routes lead to it. */
export const wording: Wording = {
  fields: {
    routes: map(routeInWords, { ...routeKeys, minProperties: 1, description: routes.description as string }),
    targets: map(targets.additionalProperties, { ...ownKeys, default: {}, description: targets.description as string }),
  },
  inputs({ routes, targets = {}, ...said }, { find }) {
    const own = targets as Said;
    const functions = functionsOf(routes as Said, Object.keys(own), find);
    const led = Object.entries(routes as Said).map(([key, one]) => [key, withTarget(one, functions)]);
    return { ...said, routes: Object.fromEntries(led), targets: { ...targetsOf(functions), ...own } };
  },
};

/** A function that routes name, and its key among the targets. */
interface Target extends Neighbour {
  readonly key: string;
}

type Functions = ReadonlyMap<string, Target>;

/** The functions that routes name, by address. */
function functionsOf(routes: Said, taken: readonly string[], find: Surroundings["find"]): Functions {
  const named = Object.values(routes).flatMap((one) => (isRecord(one) ? (one.function ?? []) : []));
  const addresses = named.filter((one): one is Address => one instanceof Address);
  const found = addresses.flatMap((address) => find(address));
  return new Map(found.map((one) => [one.address, { ...one, key: freeKey(one.label, taken) }]));
}

const freeKey = (key: string, taken: readonly string[]): string =>
  taken.includes(key) ? freeKey(`${key}_`, taken) : key;

function withTarget(given: unknown, functions: Functions): unknown {
  if (!isRecord(given) || !(given.function instanceof Address)) return given;
  const { function: named, ...rest } = given;
  return { ...rest, target: functions.get(named.text)?.key };
}

const targetsOf = (functions: Functions): Said =>
  Object.fromEntries([...functions.values()].map(({ key, output }) => [key, { lambda: lambdaOf(output) }]));

const lambdaOf = (output: Neighbour["output"]) => ({
  function_name: output("lambda_function_name"),
  invoke_arn: output("lambda_function_invoke_arn"),
});
