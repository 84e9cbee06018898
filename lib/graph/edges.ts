import type { Flow } from "../module";
import { type Component, linksOf, moduleIn, type Project, type Use } from "../spec";
import type { Edge } from "./model";
import { type MentionedOutput, outputsIn } from "./outputs";

type Components = Project["components"];

/** The edges that a component declares: what it uses, what feeds it, what else it refers to. Each once. */
export function edgesOf(component: Component, components: Components): readonly Edge[] {
  const mentioned = mentionedBy(component);
  const watched = mentioned.filter((one) => isAmong(one, component.module.flows?.aside)).map(({ address }) => address);
  const drawn = mentioned.filter((one) => !isAmong(one, component.module.flows?.aside));
  const known = [...usesOf(component, components), ...drawn.map((output) => mentionOf(output, component))];
  const others = linksOf(component).filter(
    ({ to }) => !watched.includes(to) && !known.some((edge) => ends(edge).includes(to)),
  );
  const all = [...known, ...others.map(({ to }) => referenceTo(to, component))];
  return [...new Map(all.map((edge) => [JSON.stringify(edge), edge])).values()];
}

const referenceTo = (to: string, { address }: Component): Edge => ({
  from: address,
  to,
  isBothWays: false,
  kind: "reference",
  label: "",
});

const ends = ({ from, to }: Edge) => [from, to];

const usesOf = (component: Component, components: Components): readonly Edge[] =>
  component.uses.map((use) => {
    const flow = flowOf(use, components);
    const [from, to] = flow === "in" ? [use.target, component.address] : [component.address, use.target];
    return { from, to, isBothWays: flow === "both", kind: "use", label: labelOf(use) };
  });

function flowOf({ target, access }: Use, components: Components): Flow {
  const words = components.get(target)?.module.connections.access ?? {};
  const [first = "out", ...rest] = access.map((word) => words[word]?.flow ?? "out");
  return rest.every((flow) => flow === first) ? first : "both";
}

function labelOf({ access, actions: [action = "", ...more] = [], part }: Use): string {
  const words = access.length > 0 ? access : [action, ...(more.length > 0 ? [`${more.length} more`] : [])];
  return [...words, ...(part ? [`${part.word} ${part.name}`] : [])].join(", ");
}

/** What the inputs of a component mention. */
const mentionedBy = (component: Component): readonly MentionedOutput[] =>
  Object.entries(component.values).flatMap(([environment, inputs]) => {
    const { properties } = moduleIn(component, environment).inputs;
    return Object.entries(inputs).flatMap(([name, value]) => outputsIn(value, properties[name], name));
  });

const isAmong = ({ path }: MentionedOutput, paths: readonly string[] = []) =>
  paths.some((one) => `${path}.`.startsWith(`${one}.`));

/** Where the data of a component comes from or goes to, or what it merely refers to. */
function mentionOf(output: MentionedOutput, { address, module }: Component): Edge {
  const [label = ""] = output.path.split(".");
  const { address: other } = output;
  if (isAmong(output, module.flows?.in)) return { from: other, to: address, isBothWays: false, kind: "flow", label };
  const kind = isAmong(output, module.flows?.out) ? "flow" : "reference";
  return { from: address, to: other, isBothWays: false, kind, label };
}
