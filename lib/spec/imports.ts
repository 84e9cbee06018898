import type { Importable, Module } from "../module";
import { isEmpty, type Located, type LocatedEntry, type LocatedScalar } from "../source";
import { filledIn } from "./builtins";
import type { Context } from "./context";
import { didYouMean } from "./did-you-mean";
import { mentionIn } from "./mention";
import { knownEnvironment } from "./only";
import type { Environment } from "./project";

/** A resource of a component that is there already, and is to be Terraform's from now on. */
export interface Import {
  readonly environment: string;
  /** Its address in the module, without the key: `aws_ssm_parameter.this`. */
  readonly resource: string;
  /** Which of several it is. */
  readonly key?: string;
  /** The import id: plain text. */
  readonly id: string;
}

/** A component of which something is imported. */
interface Importing {
  readonly address: string;
  readonly module: Module;
  /** The environments that have it, and those in which it is made. */
  readonly environments: readonly string[];
  readonly made: readonly string[];
  /** What it is called in AWS in an environment, as far as that is known. */
  readonly nameIn: (environment: Environment) => string | undefined;
}

/** Reads `import`: by environment, what of a component is there already; what is wrong is reported and left out. */
export function readImports(context: Context, of: Importing, entry: LocatedEntry | undefined): readonly Import[] {
  if (!entry) return [];
  const { report, registry } = context;
  if (!of.module.imports) {
    const able = [...registry.values()].flatMap(({ name, imports }) => (imports ? [name] : []));
    report.add(
      entry.key,
      `nothing of ${of.module.name} can be imported`,
      `of these modules something can: ${able.join(", ")}`,
    );
    return [];
  }
  if (entry.value.kind !== "map") {
    report.add(entry.value.location, "`import` must be a mapping of environments", "such as { prod: its-id }");
    return [];
  }
  const reading = new Reading(context, of, of.module.imports);
  return [...entry.value.entries].flatMap(([name, one]) => reading.in(name, one));
}

/** Reads what one component imports. */
class Reading {
  constructor(
    private readonly context: Context,
    private readonly of: Importing,
    private readonly imports: NonNullable<Module["imports"]>,
  ) {}

  in(name: string, { key, value }: LocatedEntry): readonly Import[] {
    const { report, environments } = this.context;
    const { address, made } = this.of;
    const environment = knownEnvironment(this.context, name, key) && environments.find((one) => one.name === name);
    if (!environment) return [];
    if (made.includes(name)) return this.all(environment, value);
    const isFound = this.of.environments.includes(name);
    const what = isFound ? "stands for what is there already" : "does not exist";
    const help = isFound
      ? "keep one of `existing` and `import`"
      : "remove this, or let its `only` name the environment";
    report.add(key, `${address} ${what} in ${name}, so that nothing is imported there`, help);
    return [];
  }

  private all(environment: Environment, value: Located): readonly Import[] {
    const [[first, main] = ["", undefined]] = Object.entries(this.imports);
    if (value.kind === "scalar" && main && !main.isKeyed) return this.one(environment, first, main, value);
    if (value.kind === "map")
      return [...value.entries].flatMap(([word, { key, value: said }]) => {
        const importable = Object.hasOwn(this.imports, word) ? this.imports[word] : undefined;
        if (importable)
          return importable.isKeyed
            ? this.keyed(environment, word, importable, said)
            : this.one(environment, word, importable, said);
        const help = didYouMean("what can be imported", word, Object.keys(this.imports));
        this.context.report.add(key, `nothing of ${this.of.module.name} is imported as \`${word}\``, help);
        return [];
      });
    const help = `write one \`word: id\` on each line; words are ${Object.keys(this.imports).join(", ")}`;
    this.context.report.add(value.location, `what is imported of ${this.of.address} must be a mapping`, help);
    return [];
  }

  private keyed(environment: Environment, word: string, importable: Importable, value: Located): readonly Import[] {
    const help = `under each key, ${importable.id}`;
    if (value.kind !== "map")
      this.context.report.add(value.location, `\`${word}\` must be a mapping of keys to ids`, help);
    const entries = value.kind === "map" ? [...value.entries] : [];
    return entries.flatMap(([key, one]) =>
      this.one(environment, word, importable, one.value).map((found) => ({ ...found, key })),
    );
  }

  private one(environment: Environment, word: string, importable: Importable, value: Located): readonly Import[] {
    if (value.kind !== "scalar" || isEmpty(value) || value.text === "") {
      this.context.report.add(value.location, `the id of \`${word}\` must be a text`, `it is ${importable.id}`);
      return [];
    }
    const id = this.idOf(environment, value);
    if (id === undefined || (importable.isName && !this.isNamed(environment, id, value))) return [];
    return [{ environment: environment.name, resource: importable.resource, id }];
  }

  private idOf(environment: Environment, { text, location }: LocatedScalar): string | undefined {
    const mention = mentionIn(text, location) ?? text;
    const { project, report } = this.context;
    const id = filledIn(mention, project, environment);
    if (id === undefined)
      report.add(
        location,
        `"${text}" is not known before Terraform runs`,
        "write the id itself; of references, it holds the environment's own",
      );
    return id;
  }

  /** Under another name, Terraform would import it only to replace it. */
  private isNamed(environment: Environment, id: string, { location }: LocatedScalar): boolean {
    const name = this.of.nameIn(environment);
    if (name === undefined || name === id) return true;
    const message = `${this.of.address} is called ${name} in ${environment.name}: Terraform would replace ${id} by it`;
    const help = `give it the \`name\` ${id}, under \`environments.${environment.name}\` if it is another one elsewhere`;
    this.context.report.add(location, message, help);
    return false;
  }
}
