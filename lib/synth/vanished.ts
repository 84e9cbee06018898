import type { Diagnostic } from "../diagnostic";
import type { RenderedComponent } from "../migrate";
import { type Component, type Move, madeIn, type Project } from "../spec";

/** The components that an output folder was rendered from, by address. */
export type Before = ReadonlyMap<string, Pick<RenderedComponent, "module">>;

/**
 * What may have been renamed, and would be destroyed and made anew: components that are gone while others of the same module
 * are new, where `moved` says nothing of either; and moves to a component of another module.
 */
export function vanished(before: Before, { components, moves }: Pick<Project, "components" | "moves">): Diagnostic[] {
  const said = new Set(moves.flatMap(({ from, to }) => [from, to ?? from]));
  const gone = [...before].filter(([address]) => !components.has(address) && !said.has(address));
  const made = [...components.values()].filter((one) => madeIn(one).length > 0);
  const added = made.filter(({ address }) => !before.has(address) && !said.has(address));
  const asked = gone.flatMap(([address, { module }]) => {
    const alike = added.filter((one) => one.module.name === module);
    return alike.length > 0 ? [question(address, module, byLikeness(address, alike))] : [];
  });
  return [...asked, ...moves.flatMap((move) => otherModule(move, before, components))];
}

function question(address: string, module: string, alike: readonly Component[]): Diagnostic {
  const [first] = alike as readonly [Component];
  const names = alike.map((one) => one.address).join(", ");
  const verb = alike.length === 1 ? "is" : "are";
  return {
    message: `${address} (${module}) is gone and ${names} (${module}) ${verb} new: Terraform would destroy what the first made`,
    location: first.location,
    help: `if it has another address now, write { from: ${address}, to: ${first.address} } under \`moved\`, and give it the \`name\` that it had; if it is gone on purpose, { from: ${address}, to: null }`,
  };
}

/** Those of the same name first, then those of the same service. */
function byLikeness(address: string, components: readonly Component[]): readonly Component[] {
  const [service, name] = address.split(".");
  const distance = (one: Component) => (one.name === name ? 0 : one.service === service ? 1 : 2);
  return [...components].sort((a, b) => distance(a) - distance(b));
}

function otherModule({ from, to, locations }: Move, before: Before, components: Project["components"]): Diagnostic[] {
  const [was, is] = [before.get(from)?.module, components.get(to ?? "")?.module.name];
  if (was === undefined || is === undefined || was === is) return [];
  const message = `${from} is a component of ${was}, and ${to} one of ${is}`;
  return [
    {
      message,
      location: locations.to,
      help: "what one module has made does not become that of another: remove this entry",
    },
  ];
}
