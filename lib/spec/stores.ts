import type { Bootstrap, Ground, Settings } from "../cloud";
import type { State } from "../state";

/** A store of states: the project's, or one that an environment has for itself. */
export interface Store extends Pick<Ground, "state" | "options" | "environments" | "region"> {
  /** The environment that has it for itself. */
  readonly environment?: string;
}

/** What is said of stores. */
export interface Stored extends Omit<Store, "environment"> {
  /** States of environments that have a store for themselves. */
  readonly ownStates: Readonly<Record<string, State>>;
}

/** The stores of a project: that of all environments that have none for themselves, and those. */
export function storesOf({ ownStates, ...stored }: Stored, { options: schema }: Bootstrap): readonly Store[] {
  const own = Object.keys(stored.environments).filter((name) => ownStates[name]);
  const others = Object.keys(stored.environments).filter((name) => !ownStates[name]);
  const shared = { ...stored, options: withRoles(stored.options, (name) => !own.includes(name)) };
  return [
    ...(others.length > 0 ? [shared] : []),
    ...own.map((name): Store => {
      const settings = stored.environments[name] as Settings;
      const options = { ...withRoles(stored.options, (one) => one === name), ...among(settings, schema.properties) };
      const state = ownStates[name] as State;
      return { environment: name, state, options, environments: { [name]: settings }, region: settings.region };
    }),
  ];
}

/** What is said by environment is of the environments of a store alone. */
function withRoles(options: Store["options"], isIn: (environment: string) => boolean): Store["options"] {
  const { deploy_roles: roles } = options;
  if (!roles) return options;
  return { ...options, deploy_roles: Object.fromEntries(Object.entries(roles).filter(([name]) => isIn(name))) };
}

/** An environment's own store is where the environment is: in its account, made by its role. */
const among = (settings: Settings, names: object): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => name !== "region" && Object.hasOwn(names, name)));
