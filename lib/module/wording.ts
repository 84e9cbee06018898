import type { Location } from "../diagnostic";
import { type Fields, list, type Schema } from "../schema";

/** A component by its address, or several by a pattern: `orders.table`, `orders.*`, `*`. */
export class Address {
  constructor(
    readonly text: string,
    readonly location: Location,
  ) {}

  /** Whether it names something: `*` stands for any part of a name, and alone for all. */
  matches(name: string): boolean {
    if (!this.text.includes("*")) return this.text === name;
    const source = this.text === "*" ? ".*" : this.text.replaceAll(/[^*\w-]/g, "\\$&").replaceAll("*", "[^.]*");
    return new RegExp(`^${source}$`).test(name);
  }
}

/** Values as a spec says them: plain data with references, code folders and addresses at any depth. */
export type Said = Readonly<Record<string, unknown>>;

/** A component that another names by its address. */
export interface Neighbour {
  /** `service.component`. */
  readonly address: string;
  readonly service: string;
  /** Its Terraform label, `orders_table`; the one that it had first, where it moved: what is named by it stays. */
  readonly label: string;
  /** A reference to one of its outputs. */
  readonly output: (name: string) => unknown;
  /** What there is to watch of it; undefined where its module has no pack. */
  readonly watch: () => Watch | undefined;
}

/** What there is to watch of a component in one environment, with references in it. */
export interface Watch {
  readonly alarms: Readonly<Record<string, object>>;
  readonly signals: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

/** What surrounds a component in one environment. */
export interface Surroundings {
  /** The components that an address or a pattern names, the component itself not among them. */
  readonly find: (address: Address) => readonly Neighbour[];
  /** A built-in reference: `region`. */
  readonly builtin: (name: string) => unknown;
  /** Reports an address that is wrong here; to users, where it is so in every environment. */
  readonly refuse: (address: Address, message: string, help: string) => void;
}

/** How a spec says inputs of a module that it can say shorter than the module itself. */
export interface Wording {
  /** The words: in the place of inputs of the same name, or words of the spec alone. */
  readonly fields: Fields;
  /** Inputs to which the words add: the module's rules about them are held against what comes of it. */
  readonly adds?: readonly string[];
  /** The module's inputs for what is said in one environment. What is not plain data is to be passed on as it is. */
  readonly inputs: (said: Said, surroundings: Surroundings) => Said;
}

type Text = Schema<string, string, never>;

/** The address of a component, of one of these modules if any are named. */
export const component = (description: string, modules: readonly string[] = []): Text => ({
  type: "string",
  description,
  minLength: 1,
  component: { modules },
});

const pattern: Text = { type: "string", minLength: 1, component: { isPattern: true } };

/** Patterns of addresses. */
export const components = (description: string) => list(pattern, { default: [], description });

const part: Text = { type: "string", minLength: 1, component: { isPart: true } };

/** Patterns of what components have, by names that begin with the address: `orders.function.throttles`. */
export const parts = (description: string) => list(part, { default: [], description });
