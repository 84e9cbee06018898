import type { Cloud } from "../cloud";
import type { Location } from "../diagnostic";
import { object, optional, string } from "../schema";
import { isEmpty, type LocatedEntry, type LocatedMap, locate } from "../source";
import type { Context } from "./context";
import { checkFit } from "./fit";
import { Mention } from "./mention";
import { outputNamed } from "./mentions";
import type { Component } from "./project";
import { PublishedNames, problemsWith } from "./published";
import { readChecked } from "./reading";
import { isWellFormed, resolutionOf } from "./resolution";

/** A value of every environment that others may rely on, by name. */
export interface Export {
  readonly name: string;
  readonly description?: string;
  readonly value: string | Mention;
  /** The environments that have all that it refers to; in the others it is null. */
  readonly environments: readonly string[];
  readonly isSensitive: boolean;
  /** The name under which others look it up, if they can. */
  readonly published?: string | Mention;
}

/** The long form of an export. */
export function exportSchema({ publication }: Cloud) {
  const { word, name } = publication ?? {};
  return object({
    value: string({ description: "What it is: a text with references, or one reference alone." }),
    description: optional(string({ description: "What it is for." })),
    ...(word && name ? { [word]: optional(name as ReturnType<typeof string>) } : {}),
  });
}

/** Reads what a project exports; what is wrong with it is reported. */
export function readExports(
  context: Context,
  entries: ReadonlyMap<string, LocatedEntry>,
  components: ReadonlyMap<string, Component>,
): readonly Export[] {
  const reading = new Reading({ ...context, components });
  return [...entries].flatMap(([name, entry]) => reading.read(name, entry) ?? []);
}

const namePattern = /^[A-Za-z_][A-Za-z0-9_-]*$/;

type Said = { readonly value: string | Mention } & Readonly<Record<string, string | Mention | undefined>>;
type Found = Exclude<ReturnType<typeof outputNamed>, undefined>;

/** Reads one export after the other. */
class Reading {
  /** Addresses by the outputs that are made of all that components give. */
  private readonly outputs: ReadonlyMap<string, string>;
  private readonly names: PublishedNames | undefined;

  constructor(private readonly context: Context & { readonly components: ReadonlyMap<string, Component> }) {
    const { cloud, components } = context;
    this.outputs = new Map([...components.values()].map(({ label, address }) => [label, address]));
    this.names = cloud.publication && new PublishedNames(context, cloud.publication);
  }

  read(name: string, { key, value: body }: LocatedEntry): Export | undefined {
    const { report, cloud } = this.context;
    this.checkName(name, key);
    if (body.kind === "list" || (body.kind === "scalar" && isEmpty(body))) {
      const help = "write a text with references, or a mapping with its `value`";
      report.add(body.location, `export ${name} must be a text or a mapping`, help);
      return undefined;
    }
    const tree: LocatedMap =
      body.kind === "map" ? body : { kind: "map", entries: new Map([["value", { key, value: body }]]), location: key };
    const { value: said, diagnostics } = readChecked(exportSchema(cloud), tree, key);
    report.diagnostics.push(...diagnostics);
    return diagnostics.length > 0 ? undefined : this.exportOf(name, said as Said, tree);
  }

  private checkName(name: string, key: Location): void {
    const { report } = this.context;
    const help = "give the export another name";
    const address = this.outputs.get(name);
    if (!namePattern.test(name))
      report.add(
        key,
        `the export name "${name}" is not allowed`,
        "letters, digits, - and _, starting with a letter or _",
      );
    else if (address !== undefined)
      report.add(key, `${name} is the output with everything that ${address} gives`, help);
    else if (name === "environment") report.add(key, "`environment` is an output of every environment", help);
  }

  private exportOf(name: string, { value, description, ...rest }: Said, tree: LocatedMap): Export {
    const { cloud, environments: all } = this.context;
    const { word = "" } = cloud.publication ?? {};
    const published = rest[word];
    const outputs = this.outputsIn(value, published !== undefined);
    const environments = all
      .map((one) => one.name)
      .filter((one) => outputs.every((it) => it.environments.includes(one)));
    if (published !== undefined) {
      this.names?.check({ of: name, name: published, location: locate(tree, [word]), environments });
      this.checkText(value, locate(tree, ["value"]));
    }
    return {
      name,
      value,
      ...(description === undefined ? {} : { description: textOf(description) }),
      environments,
      isSensitive: outputs.some(({ output }) => output.sensitive === true),
      ...(published === undefined ? {} : { published }),
    };
  }

  /** A text that is published must fit where it is. */
  private checkText(value: string | Mention, location: Location): void {
    const { cloud, report } = this.context;
    if (typeof value === "string" && cloud.publication)
      report.diagnostics.push(...problemsWith(value, "value", cloud.publication.value, location));
  }

  /** The outputs that an export refers to; what does not resolve or does not fit is reported. */
  private outputsIn(value: string | Mention, isPublished: boolean): readonly Found[] {
    if (!(value instanceof Mention)) return [];
    const schema = isPublished ? string() : undefined;
    return value.paths.flatMap((path) => {
      const location = path.location ?? value.location;
      const to = isWellFormed(path, location, this.context) ? resolutionOf(path) : undefined;
      const found = to?.kind === "output" ? outputNamed(to, location, this.context) : undefined;
      if (to?.kind !== "output" || !found) return [];
      const place = { mention: value, schema, isOptional: true, environments: [], location };
      checkFit(found.output, to, place, this.context.report);
      if (isPublished && found.output.sensitive) this.refuseSecret(`${to.address}.${to.output}`, location);
      return [found];
    });
  }

  private refuseSecret(output: string, location: Location): void {
    const { cloud, report } = this.context;
    const help = `remove \`${cloud.publication?.word}\`: it would hold the secret as a plain text`;
    report.add(location, `${output} is sensitive, and cannot be published`, help);
  }
}

const textOf = (value: string | Mention) => (value instanceof Mention ? value.text : value);
