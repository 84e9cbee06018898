import type { Stack } from "../compose";
import type { Location } from "../diagnostic";
import { type Located, locate } from "../source";
import { type Component, callsOf, labelOf } from "../spec";

/**
 * Where in the spec a place of a rendered file comes from; undefined where it comes from none.
 * @param file path below the output folder
 * @param path members of the Terraform JSON: `["module", "orders_table", "billing_mode"]`
 */
export function originOf(stack: Stack, file: string, path: readonly string[]): Location | undefined {
  const inside =
    stack.folder !== "" && file.startsWith(`${stack.folder}/`) ? file.slice(stack.folder.length + 1) : file;
  const environment = /^environments\/([^/.]+)/.exec(inside)?.[1];
  const [label, ...rest] = componentPath(inside, path);
  const call = stack.calls.find((one) => one.label === label);
  return (
    call &&
    originIn(
      call.component,
      environment ?? callsOf(call.component).find((one) => one.label === label)?.environments[0],
      rest,
    )
  );
}

/** The label of a component and the path in it: below `module` in a composition, below its call or a variable in a root. */
function componentPath(file: string, path: readonly string[]): readonly string[] {
  if (file.endsWith(".tfvars.json")) return path;
  const [block, ...rest] = path;
  if (block !== "module" && block !== "output" && block !== "variable") return [];
  return file.startsWith("environments/") && block === "module" ? rest.slice(1) : rest;
}

function originIn(component: Component, environment: string | undefined, path: readonly string[]): Location {
  const tree = environment === undefined ? undefined : component.written(environment);
  const steps = tree ? writtenPath(tree, path) : [];
  return tree && steps.length > 0 ? locate(tree, steps) : component.location;
}

/** Keys as they are written for keys as they are rendered; ends where the spec says nothing. */
function writtenPath(tree: Located, path: readonly string[]): readonly string[] {
  const [step, ...rest] = path;
  if (step === undefined || tree.kind === "scalar") return [];
  if (tree.kind === "list") {
    const item = tree.items[Number(step)];
    return item ? [step, ...writtenPath(item, rest)] : [];
  }
  const key = tree.entries.has(step) ? step : [...tree.entries.keys()].find((one) => labelOf(one) === step);
  const next = key === undefined ? undefined : tree.entries.get(key);
  return key === undefined || !next ? [] : [key, ...writtenPath(next.value, rest)];
}
