import type { Call, Root, Stack } from "../../lib/compose";
import { compose } from "../../lib/compose";
import { printed } from "../../lib/render/part";
import { type Given, load } from "../spec/project";

/** A spec of echoes, composed, for tests that ask for small parts of it. */
export class Composed {
  constructor(readonly stack: Stack) {}

  call(label: string): Call {
    const found = this.stack.calls.find(({ component }) => component.label === label);
    if (!found) throw new Error(`no call ${label}`);
    return found;
  }

  /** The arguments of a call as Terraform JSON, without those that every component has. */
  arguments(label: string) {
    const { name, ...rest } = printed(this.call(label).arguments) as Record<string, unknown>;
    return rest;
  }

  /** The local values as Terraform JSON. */
  locals() {
    return printed(Object.fromEntries(this.stack.locals));
  }

  /** What an environment says of a component. */
  values(label: string, environment: string): unknown {
    return this.root(environment).values[label];
  }

  root(environment: string): Root {
    const found = this.stack.roots.find((root) => root.environment.name === environment);
    if (!found) throw new Error(`no root ${environment}`);
    return found;
  }
}

export async function composed(spec: string, given: Given = {}): Promise<Composed> {
  const { project } = await load(spec, given);
  const [stack] = compose(project, ({ written }) => ({ name: `${written}.zip`, hash: `hash of ${written}` }));
  return new Composed(stack as Stack);
}

/** The composition of one component `a.b` with these inputs. */
export const one = (inputs: string): Promise<Composed> =>
  composed(`services: { a: { b: { module: echo, ${inputs} } } }`);
