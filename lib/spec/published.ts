import type { Publication } from "../cloud";
import type { Diagnostic, Location } from "../diagnostic";
import { object, type Schema } from "../schema";
import type { LocatedMap } from "../source";
import { builtinsOf, filledIn } from "./builtins";
import type { Context } from "./context";
import { Mention } from "./mention";
import { checkValues } from "./reading";
import { isWellFormed, resolutionOf, type Scope } from "./resolution";
import { together } from "./together";

/** What an export is told to others as. */
export interface Published {
  readonly of: string;
  readonly name: string | Mention;
  /** Where the name is written. */
  readonly location: Location;
  /** The environments where it is told. */
  readonly environments: readonly string[];
}

/** Checks the names that exports are told by: what they may hold, and that each is one export's only. */
export class PublishedNames {
  private readonly holders = new Map<string, string>();

  constructor(
    private readonly context: Context & Scope,
    private readonly publication: Publication,
  ) {}

  check(published: Published): void {
    if (!this.isMadeOfBuiltins(published)) return;
    const { environments, project, report } = this.context;
    const there = environments.filter(({ name }) => published.environments.includes(name));
    const texts = there.flatMap((environment): [string, string][] => {
      const text = filledIn(published.name, project, environment);
      return text === undefined ? [] : [[environment.name, text]];
    });
    const { word, name } = this.publication;
    const wrong = texts.map(([, text]) => problemsWith(text, word, name, published.location));
    const taken = texts.map(([environment, text]) => [environment, this.claim(environment, text, published)] as const);
    report.diagnostics.push(...(wrong.find((found) => found.length > 0) ?? []), ...together(new Map(taken)));
  }

  private isMadeOfBuiltins({ name }: Published): boolean {
    const mention = name instanceof Mention ? name : undefined;
    const strange = (mention?.paths ?? []).filter((path) => {
      const location = path.location ?? (mention as Mention).location;
      if (!isWellFormed(path, location, this.context)) return true;
      const isBuiltin = resolutionOf(path)?.kind === "builtin";
      const known = builtinsOf(this.context.cloud).map((one) => `\${${one}}`);
      const message = `\${${path.text}} cannot stand in \`${this.publication.word}\``;
      if (!isBuiltin) this.context.report.add(location, message, `it may hold ${known.join(", ")}`);
      return !isBuiltin;
    });
    return strange.length === 0;
  }

  /** A name is that of the first export that claims it in an environment. */
  private claim(environment: string, text: string, { of, name, location }: Published): readonly Diagnostic[] {
    const identity = JSON.stringify([environment, text]);
    const holder = this.holders.get(identity) ?? of;
    this.holders.set(identity, holder);
    if (holder === of) return [];
    const written = name instanceof Mention ? name.text : name;
    const message = `${this.publication.word} "${written}" is also that of export ${holder}`;
    return [{ message, location, help: "give one of them another name" }];
  }
}

/** What a schema says against a text. */
export function problemsWith(text: string, name: string, schema: Schema, location: Location): readonly Diagnostic[] {
  const tree: LocatedMap = { kind: "map", entries: new Map(), location };
  return checkValues(object({ [name]: schema }), { [name]: text }, tree, location);
}
