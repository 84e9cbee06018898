import { type Location, suggest } from "../diagnostic";
import { isEmpty, type Located, type LocatedEntry, type LocatedMap } from "../source";
import { readAccounts } from "./accounts";
import type { Context } from "./context";
import { labelOf } from "./project";
import { type Provider, placeOf } from "./provider";
import { problemWith, readRegions } from "./regions";
import type { Named, Table } from "./table";

type Base = Omit<Context, "providers">;
type Own = Provider["own"];
interface Said {
  readonly name: string;
  readonly own: Own;
}

/** The providers of a project beside those of the environments: what it names, and what its components say. */
export class Providers {
  private readonly found = new Map<string, Provider>();
  private readonly regions: Table;
  private readonly accounts: Table;

  constructor(
    private readonly context: Base,
    main: LocatedMap,
  ) {
    this.regions = readRegions(context, main.entries.get("regions"));
    this.accounts = readAccounts(context, main.entries.get("accounts"));
    for (const [name, { own, location }] of this.regions) if (own) this.add({ region: { name, own } }, location);
    for (const [name, { own, location }] of this.accounts) if (own) this.add({ account: { name, own } }, location);
  }

  /** In the order of the spec. */
  get all(): readonly Provider[] {
    return [...this.found.values()];
  }

  /** The provider of a component; undefined where it is that of the environment, or where it is reported. */
  of({ entries }: LocatedMap): Provider | undefined {
    const [account, region] = [entries.get("account"), entries.get("region")];
    const said = { account: account && this.account(account), region: region && this.region(region) };
    const location = (region ?? account)?.key;
    return location && (said.account || said.region) ? this.add(said, location) : undefined;
  }

  private region({ value }: LocatedEntry): Said | undefined {
    const { cloud, environments } = this.context;
    const name = this.nameIn(value, "region");
    const known = name === undefined ? undefined : this.regions.get(name);
    if (name === undefined || known) return known && said(name as string, known);
    if (problemWith(name, cloud) === undefined)
      return { name, own: Object.fromEntries(environments.map((one) => [one.name, { region: name }])) };
    this.refuseName("region", name, value.location, this.regions);
    return undefined;
  }

  private account({ value }: LocatedEntry): Said | undefined {
    const name = this.nameIn(value, "account");
    const known = name === undefined ? undefined : this.accounts.get(name);
    if (name !== undefined && !known) this.refuseName("account", name, value.location, this.accounts);
    return known && said(name as string, known);
  }

  private nameIn(value: Located, word: keyof typeof helps): string | undefined {
    if (value.kind === "scalar" && !isEmpty(value)) return value.text;
    this.context.report.add(value.location, `\`${word}\` must be a text`, helps[word]);
    return undefined;
  }

  private refuseName(word: keyof typeof helps, name: string, location: Location, table: Table): void {
    const near = suggest(name, [...table.keys()]);
    const all = table.size > 0 ? `: ${[...table.keys()].join(", ")}` : "";
    const help = near ? `did you mean ${near}?` : `${helps[word]}${all}`;
    this.context.report.add(location, `there is no ${word} "${name}"`, help);
  }

  private add(
    { account, region }: { readonly account?: Said | undefined; readonly region?: Said | undefined },
    location: Location,
  ): Provider {
    const words = { ...(region && { region: region.name }), ...(account && { account: account.name }) };
    const alias = labelOf([words.account, words.region].filter(Boolean).join("_"));
    const own = this.context.environments.map(({ name }) => [name, { ...account?.own[name], ...region?.own[name] }]);
    const provider = { alias, ...words, own: Object.fromEntries(own) as Own };
    const other = this.found.get(alias);
    if (other && !this.isSame(other, provider)) this.refuse(provider, other, location);
    this.found.set(alias, other ?? provider);
    return provider;
  }

  private refuse(provider: Provider, other: Provider, location: Location): void {
    const message = `${placeOf(provider)} and ${placeOf(other)} both become the provider ${provider.alias} in Terraform`;
    this.context.report.add(location, message, "give one of them another name");
  }

  private isSame({ own }: Provider, other: Provider): boolean {
    const settings = Object.keys(this.context.cloud.settings);
    return Object.entries(own).every(([environment, one]) =>
      settings.every((setting) => one[setting] === other.own[environment]?.[setting]),
    );
  }
}

const helps = { region: "write a region, or a name of `regions`", account: "write a name of `accounts`" } as const;

const said = (name: string, { own }: Named): Said | undefined => own && { name, own };
