import type { Cloud } from "../cloud";
import type { Diagnostic } from "../diagnostic";
import {
  type Expression,
  expr,
  json,
  literal,
  omitNull,
  type Part,
  type Ref,
  reference,
  template,
} from "../expression";
import { Address } from "../module";
import {
  CodeFolder,
  filledIn,
  Mention,
  type Path,
  type Project,
  type Provider,
  resolutionOf,
  seenFrom,
  settingOf,
  type Value,
} from "../spec";
import type { Entries } from "./arrival";
import { chosen } from "./chosen";
import { escapeTemplate } from "./escape";
import { type StackPart, upFrom } from "./parts";
import { Seen } from "./seen";
import type { Artifact } from "./stack";

/** What values of the spec come to beside their arguments. */
interface Notes {
  readonly builtins: Set<string>;
  /** Local values of the composition, by name. */
  readonly locals: Map<string, Part>;
  readonly diagnostics: Diagnostic[];
  /** Labels of calls that some environments lack. */
  readonly partial: Set<string>;
  readonly seen: Seen;
}

function noNotes(project: Project, service: string | undefined): Notes {
  const diagnostics: Diagnostic[] = [];
  const seen = new Seen(project, service, diagnostics);
  return { builtins: new Set(), locals: new Map(), diagnostics, partial: new Set(), seen };
}

/** Turns values of the spec into arguments of a module call. */
export class Translation {
  constructor(
    private readonly project: Project,
    readonly artifact: (folder: CodeFolder) => Artifact,
    private readonly part: Pick<StackPart, "service" | "folder">,
    private readonly provider?: Provider,
    private readonly notes = noNotes(project, part.service),
  ) {}

  /** The same for what another provider makes: built-ins are what they are there. */
  at(provider: Provider | undefined): Translation {
    return provider ? new Translation(this.project, this.artifact, this.part, provider, this.notes) : this;
  }

  get builtins(): Notes["builtins"] {
    return this.notes.builtins;
  }

  get locals(): Notes["locals"] {
    return this.notes.locals;
  }

  get seen(): Seen {
    return this.notes.seen;
  }

  get diagnostics(): Notes["diagnostics"] {
    return this.notes.diagnostics;
  }

  /** A value as an argument: data escaped, references to what they name. */
  argument(value: Value): Part {
    if (typeof value === "string") return escapeTemplate(value);
    if (value instanceof Mention) return this.mention(value);
    if (value instanceof CodeFolder) throw new Error(`the code folder ${value.written} is no value of its own`);
    if (value instanceof Address) throw new Error(`the address ${value.text} is no value of its own`);
    if (Array.isArray(value)) return value.map((item) => this.argument(item));
    if (typeof value !== "object") return value as number | boolean;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [escapeTemplate(key), this.argument(item)]));
  }

  /** A text with references: one reference alone keeps its type. */
  mention(mention: Mention): Expression<unknown> {
    const parts = mention.parts.map((part) => (typeof part === "string" ? escapeTemplate(part) : this.standing(part)));
    const [only] = parts;
    return parts.length === 1 && typeof only === "object" ? only : template(parts);
  }

  /** A text as one environment gives it: built-ins are what they are there; any other reference is reported. */
  plain(mention: Mention, environment: string): string | undefined {
    const { name, environments } = this.project;
    const there = environments.find((one) => one.name === environment);
    const text = there && filledIn(mention, name, seenFrom(there, this.provider));
    if (text === undefined) this.refuse(mention);
    return text;
  }

  private refuse({ paths, location }: Mention): void {
    const names = [...new Set(paths.map(({ text }) => `\${${text}}`))].join(", ");
    const message = `a value with ${names} differs between environments`;
    const help = "a reference holds in every environment: remove it, or the values that environments set in its place";
    this.diagnostics.push({ message, location, help });
  }

  /** The way from the composition's folder up to the output folder. */
  get up(): string {
    return upFrom(this.part.folder);
  }

  /**
   * A map without the entries that are null in an environment. A local value holds it whole, where people can read it;
   * not of what some environments lack: local values are evaluated there, too, where there is no variable to look into.
   */
  filtered(place: string, entries: Entries): Part {
    const [, label = "", ...rest] = place.split(".");
    if (this.notes.partial.has(label)) return omitNull(entries as never);
    const name = [label, ...rest].join("_");
    this.locals.set(name, entries);
    return expr`{for key, value in ${reference(`local.${name}`)} : key => value if value != null}`;
  }

  /** Notes a call that some environments lack. */
  lacking(label: string): void {
    this.notes.partial.add(label);
  }

  get cloud(): Cloud {
    return this.project.cloud;
  }

  private standing({ text, as, isStatic }: Path): Expression<unknown> {
    const value = this.path(text, isStatic);
    if (as === undefined) return value;
    return as === "json" ? json(value) : insideOfString(json(expr`tostring(${value})`));
  }

  private path(text: string, isStatic?: boolean): Expression<unknown> {
    const to = resolutionOf({ text, segments: text.split(".") });
    if (!to) throw new Error(`\${${text}} refers to nothing`);
    if (to.kind === "output") return this.seen.output(to.address, to.output, isStatic);
    if (to.kind === "local") return reference(`local.${to.name}`);
    return this.builtin(to.name);
  }

  private builtin(name: string): Expression<unknown> {
    if (name === "name") return literal(this.project.name);
    const there = this.provider && settingOf(name, this.provider, this.project.environments);
    if (there) return chosen(there);
    this.builtins.add(name);
    return reference(this.project.cloud.builtins[name]?.value ?? `var.${name}`);
  }
}

/** The JSON of a text without the quotes around it. */
function insideOfString(text: Ref<string>): Ref<string> {
  const quote = '"';
  return expr`trimsuffix(trimprefix(${text}, ${quote}), ${quote})`;
}
