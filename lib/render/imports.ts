import { type Call, escapeTemplate, type Stack } from "../compose";
import { hcl } from "../expression";
import type { Import } from "../spec";
import type { Json } from "./json";

/** What the root of an environment imports into the composition that it calls. */
export function importsOf(stack: Stack, environment: string): Json {
  const found = targetsIn(stack).filter(({ one }) => one.environment === environment);
  return asBlocks(found.map(({ to, one: { id } }) => ({ to: `module.${stack.name}.${to}`, id: escapeTemplate(id) })));
}

/** What the one root of all environments imports, in each its own. */
export function chosenImports(stack: Stack): Json {
  const targets = targetsIn(stack);
  const all = [...new Set(targets.map(({ to }) => to))];
  return asBlocks(
    all.map((to) => {
      const own = targets.filter((target) => target.to === to);
      const ids = own.map(({ one: { environment, id } }) => [environment, [escapeTemplate(id)]]);
      const chosen = `toset(lookup(${hcl(Object.fromEntries(ids))}, var.environment, []))`;
      return { for_each: `\${${chosen}}`, to, id: "${each.value}" };
    }),
  );
}

const asBlocks = (imports: readonly Json[]): Json => (imports.length > 0 ? { import: imports } : {});

interface Target {
  readonly one: Import;
  /** The address in the composition. */
  readonly to: string;
}

const targetsIn = ({ calls }: Stack): readonly Target[] =>
  calls
    .filter(({ module, component }) => module === component.module)
    .flatMap((call) => call.component.imports.map((one) => ({ one, to: addressOf(call, one) })));

const addressOf = ({ label, only }: Call, { resource, key }: Import): string =>
  `module.${label}${only ? "[0]" : ""}.${resource}${key === undefined ? "" : `[${hcl(escapeTemplate(key))}]`}`;
