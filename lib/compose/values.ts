import type { Diagnostic } from "../diagnostic";
import { type Expression, expr, literal, type Part, type Ref, reference, template } from "../expression";
import { Address } from "../module";
import { CodeFolder, type Component, filledIn, Mention, type Project, resolutionOf, type Value } from "../spec";
import type { Entries } from "./arrival";
import { escapeTemplate } from "./escape";
import type { Artifact } from "./stack";

/** Turns values of the spec into arguments of a module call. */
export class Translation {
  readonly builtins = new Set<string>();
  /** Local values of the composition, by name. */
  readonly locals = new Map<string, Part>();
  readonly diagnostics: Diagnostic[] = [];

  constructor(
    private readonly project: Project,
    readonly artifact: (folder: CodeFolder) => Artifact,
  ) {}

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
    const parts = mention.parts.map((part) => (typeof part === "string" ? escapeTemplate(part) : this.path(part.text)));
    const [only] = parts;
    return parts.length === 1 && typeof only === "object" ? only : template(parts);
  }

  /** A text as one environment gives it: built-ins are what they are there; any other reference is reported. */
  plain(mention: Mention, environment: string): string | undefined {
    const { name, environments } = this.project;
    const there = environments.find((one) => one.name === environment);
    const text = there && filledIn(mention, name, there);
    if (text === undefined) this.refuse(mention);
    return text;
  }

  private refuse({ paths, location }: Mention): void {
    const names = [...new Set(paths.map(({ text }) => `\${${text}}`))].join(", ");
    const message = `a value with ${names} differs between environments`;
    const help = "a reference holds in every environment: remove it, or the values that environments set in its place";
    this.diagnostics.push({ message, location, help });
  }

  /** An output of a component as the composition sees it; null where the component may be absent and is. */
  output(address: string, name: string): Ref<string> {
    const { label } = this.component(address);
    return reference(this.isEverywhere(address) ? `module.${label}.${name}` : `one(module.${label}[*].${name})`);
  }

  /** A map without the entries that are null in an environment; a local value holds it whole, where people can read it. */
  filtered(place: string, entries: Entries): Part {
    const name = place.replace(/^var\./, "").replaceAll(".", "_");
    this.locals.set(name, entries);
    return expr`{for key, value in ${reference(`local.${name}`)} : key => value if value != null}`;
  }

  get components(): ReadonlyMap<string, Component> {
    return this.project.components;
  }

  component(address: string): Component {
    const found = this.components.get(address);
    if (!found) throw new Error(`no component ${address}`);
    return found;
  }

  isEverywhere(address: string): boolean {
    return this.component(address).environments.length === this.project.environments.length;
  }

  private path(text: string): Expression<unknown> {
    const to = resolutionOf({ text, segments: text.split(".") });
    if (!to) throw new Error(`\${${text}} refers to nothing`);
    if (to.kind === "output") return this.output(to.address, to.output);
    if (to.kind === "local") return reference(`local.${to.name}`);
    return this.builtin(to.name);
  }

  private builtin(name: string): Expression<unknown> {
    if (name === "name") return literal(this.project.name);
    this.builtins.add(name);
    return reference(this.project.cloud.builtins[name]?.value ?? `var.${name}`);
  }
}
