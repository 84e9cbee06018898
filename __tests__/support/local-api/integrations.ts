import { withDefaults } from "../../../lib/schema/defaults";
import { type Component, Mention, type Project } from "../../../lib/spec";
import { inputs } from "../../../modules/api-gateway/inputs";

/** The function behind a route. */
export interface Integration {
  readonly component: Component;
  /** Longest wait of API Gateway for an answer. */
  readonly timeoutMilliseconds: number;
}

/**
 * The routes of the one API that a project has in an environment.
 * @throws Error when it has none or several, or a route leads to something that is no function of the project.
 */
export function integrationsOf(project: Project, environment: string): ReadonlyMap<string, Integration> {
  const { routes, targets } = withDefaults(inputs, apiOf(project, environment).values[environment]);
  return new Map(
    Object.entries(routes).map(([key, { target }]) => [key, integrationOf(project, key, targets[target]?.lambda)]),
  );
}

function apiOf({ components }: Project, environment: string): Component {
  const apis = [...components.values()].filter(
    ({ module, environments }) => module.name === "api-gateway" && environments.includes(environment),
  );
  const [api] = apis;
  if (api === undefined || apis.length > 1) throw new Error(`${environment} has ${apis.length} APIs, not one`);
  return api;
}

interface LambdaTarget {
  readonly function_name: unknown;
  readonly payload_format_version: string;
  readonly timeout_milliseconds: number;
}

function integrationOf({ components }: Project, key: string, target: LambdaTarget | undefined): Integration {
  const name = target?.function_name;
  const component = name instanceof Mention ? components.get(addressOf(name)) : undefined;
  if (target?.payload_format_version !== "2.0" || component?.module.name !== "lambda")
    throw new Error(`${key} leads to no function of the project that takes payload format 2.0`);
  return { component, timeoutMilliseconds: target.timeout_milliseconds };
}

const addressOf = ({ whole }: Mention) => whole?.segments.slice(0, -1).join(".") ?? "";
