import type { Diagnostic } from "../diagnostic";
import { type Ref, reference } from "../expression";
import type { Component, Project } from "../spec";
import { instancesOf, outputOf, staticOutputOf } from "./instances";

/** The components of a project as one stack sees them: in it, or in the state of another. */
export class Seen {
  /** What it needs of other stacks: outputs of their components, by label. */
  readonly reads = new Map<string, { readonly component: Component; readonly outputs: Set<string> }>();

  /** @param service the service that the stack is of, where each has states of its own */
  constructor(
    private readonly project: Project,
    private readonly service: string | undefined,
    private readonly diagnostics: Diagnostic[],
  ) {}

  get all(): ReadonlyMap<string, Component> {
    return this.project.components;
  }

  component(address: string): Component {
    const found = this.all.get(address);
    if (!found) throw new Error(`no component ${address}`);
    return found;
  }

  isInAll(environments: readonly string[]): boolean {
    return environments.length === this.project.environments.length;
  }

  /** An output of a component as the composition has it; null where the component may be absent and is. */
  output(address: string, name: string, isStatic = false): Ref<string> {
    const component = this.component(address);
    const isEverywhere = this.isInAll(component.environments);
    if (!this.isForeign(component))
      return reference((isStatic ? staticOutputOf : outputOf)(component, name, isEverywhere));
    this.note(component, name);
    const place = this.placeOf(component);
    return reference(isEverywhere ? `${place}.${name}` : `one(${place}[*].${name})`);
  }

  /** HCL of a list of what there is of a component, of which members are needed. */
  instances(address: string, suffix = ""): string {
    const component = this.component(address);
    return this.isForeign(component) ? `${this.placeOf(component)}[*]` : instancesOf(component, suffix);
  }

  /** An output of each in such a list, where `target` stands for one. */
  member(address: string, name: string): Ref<string> {
    const component = this.component(address);
    if (this.isForeign(component)) this.note(component, name);
    return reference(`target.${name}`);
  }

  private isForeign({ service }: Component): boolean {
    return this.service !== undefined && service !== this.service;
  }

  /** Where the composition has the outputs of a component of another stack: its roots look them up. */
  private placeOf({ label }: Component): string {
    return this.project.layout === "directories" ? `var.${label}` : `local.services.${label}`;
  }

  private note(component: Component, name: string): void {
    const { label } = component;
    const found = this.reads.get(label) ?? { component, outputs: new Set<string>() };
    this.reads.set(label, found);
    found.outputs.add(name);
    this.refusePublished(component, name);
  }

  private refusePublished({ address, location, module }: Component, name: string): void {
    if (this.project.stateReferences === "remote_state" || !module.outputs[name]?.sensitive) return;
    const message = `other services need ${address}.${name}, which is sensitive and cannot be published`;
    this.diagnostics.push({ message, location, help: "let them read its state: `state_references: remote_state`" });
  }
}
