import type { Settings } from "../cloud";
import type { Environment } from "./project";

/** What a provider sets in place of an environment's own settings; undefined stands for nothing in their place. */
export type OwnSettings = Readonly<Record<string, string | undefined>>;

/** A further provider of every environment: of another region, of another account, or of both. */
export interface Provider {
  /** The provider alias in Terraform: `us_east_1`. */
  readonly alias: string;
  /** How the spec says it: `us-east-1`, `dns`. */
  readonly region?: string;
  readonly account?: string;
  /** What it sets, by environment. */
  readonly own: Readonly<Record<string, OwnSettings>>;
}

/** An environment as what a provider makes sees it. */
export function seenFrom(environment: Environment, provider: Provider | undefined): Environment {
  const { settings, name } = environment;
  if (!provider) return environment;
  const all = Object.entries({ ...settings, ...provider.own[name] });
  return { ...environment, settings: Object.fromEntries(all.filter(([, value]) => value !== undefined)) as Settings };
}

/** A setting of a provider in every environment; undefined where it is the environment's own in all of them. */
export function settingOf(
  name: string,
  provider: Provider,
  environments: readonly Environment[],
): OwnSettings | undefined {
  if (!Object.values(provider.own).some((one) => name in one)) return undefined;
  return Object.fromEntries(environments.map((one) => [one.name, seenFrom(one, provider).settings[name]]));
}

/** Where a provider is, in words: `account dns in region us-east-1`. */
export const placeOf = ({ account, region }: Pick<Provider, "account" | "region">): string =>
  [account && `account ${account}`, region && `region ${region}`].filter(Boolean).join(" in ");
