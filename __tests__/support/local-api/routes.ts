/** A route that takes a request. */
export interface Match {
  /** As the spec has it: `GET /orders/{order_id}`. */
  readonly key: string;
  /** What its variables stand for, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * The most specific route for a request, as HTTP APIs choose it: a text before a variable, a variable before a greedy one,
 * `$default` last; of two with the same path, the one that names the method before `ANY`.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html#http-api-develop-routes.evaluation
 * An encoded slash does not part segments here; what AWS does with it is not documented.
 * @param path as in the request, encoded
 * @throws URIError when the path is not encoded well.
 */
export function matchOf(keys: Iterable<string>, method: string, path: string): Match | undefined {
  const segments = path.slice(1).split("/").map(decodeURIComponent);
  const matches = [...keys].flatMap((key) => {
    const parameters = parametersOf(key, method, segments);
    return parameters ? [{ key, parameters }] : [];
  });
  return matches.sort((one, other) => (rankOf(one.key) < rankOf(other.key) ? -1 : 1))[0];
}

const DEFAULT = "$default";

interface Route {
  readonly method: string;
  readonly segments: readonly string[];
}

function routeOf(key: string): Route {
  const [method, path] = key.split(" ") as [string, string];
  return { method, segments: path.slice(1).split("/") };
}

const variableOf = (segment: string) => /^\{([^+]+)\}$/.exec(segment)?.[1];
const greedyOf = (segment: string) => /^\{(.+)\+\}$/.exec(segment)?.[1];

function parametersOf(key: string, method: string, given: readonly string[]): Match["parameters"] | undefined {
  if (key === DEFAULT) return {};
  const route = routeOf(key);
  if (route.method !== method && route.method !== "ANY") return undefined;
  const greedy = greedyOf(route.segments.at(-1) as string);
  return greedy === undefined
    ? valuesOf(route.segments, given)
    : withRest(valuesOf(route.segments.slice(0, -1), given.slice(0, route.segments.length - 1)), greedy, given, route);
}

/** What the variables of a path stand for; undefined where the path is another one. */
function valuesOf(segments: readonly string[], given: readonly string[]): Match["parameters"] | undefined {
  if (segments.length !== given.length) return undefined;
  const fits = segments.every((segment, i) => (variableOf(segment) ? given[i] !== "" : given[i] === segment));
  if (!fits) return undefined;
  return Object.fromEntries(
    segments.flatMap((segment, i) => {
      const name = variableOf(segment);
      return name === undefined ? [] : [[name, given[i] as string]];
    }),
  );
}

function withRest(
  parameters: Match["parameters"] | undefined,
  greedy: string,
  given: readonly string[],
  { segments }: Route,
): Match["parameters"] | undefined {
  const rest = given.slice(segments.length - 1).join("/");
  return parameters === undefined || rest === "" ? undefined : { ...parameters, [greedy]: rest };
}

/** Sorts before the rank of every route that is less specific: a letter per segment, then one for the method. */
function rankOf(key: string): string {
  if (key === DEFAULT) return "d";
  const { method, segments } = routeOf(key);
  const path = segments.map((segment) => (greedyOf(segment) ? "c" : variableOf(segment) ? "b" : "a")).join("");
  return `${path} ${method === "ANY" ? "b" : "a"}`;
}
