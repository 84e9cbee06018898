import type { Cloud } from "../cloud";
import type { Location } from "../diagnostic";
import { builtinsOf } from "./builtins";
import { didYouMean } from "./did-you-mean";
import type { Path } from "./mention";
import type { Component } from "./project";
import type { Report } from "./reading";
import { scopeHelp, scopeWords } from "./words";

/** What a reference of the spec stands for. */
export type Resolution =
  | { readonly kind: "builtin"; readonly name: string }
  | { readonly kind: "local"; readonly name: string }
  | { readonly kind: "output"; readonly address: string; readonly output: string };

/** What a reference names, by its form alone; undefined where it has none of the forms. */
export function resolutionOf(path: Path): Resolution | undefined {
  const [first = "", second = "", third = ""] = path.segments;
  if (path.segments.includes("") || scopeWords.includes(first)) return undefined;
  if (path.segments.length === 1) return { kind: "builtin", name: first };
  if (path.segments.length === 2 && first === "local") return { kind: "local", name: second };
  if (path.segments.length === 3) return { kind: "output", address: `${first}.${second}`, output: third };
  return undefined;
}

/** What references are looked up in. */
export interface Scope {
  readonly cloud: Cloud;
  readonly components: ReadonlyMap<string, Pick<Component, "module" | "environments">>;
  readonly report: Report;
}

/** Whether a reference names something that there may be; reported where not. */
export function isWellFormed(path: Path, location: Location, scope: Scope): boolean {
  const to = resolutionOf(path);
  if (to && (to.kind !== "builtin" || builtinsOf(scope.cloud).includes(to.name))) return true;
  scope.report.add(location, `\${${path.text}} refers to nothing`, helpFor(path, scope));
  return false;
}

function helpFor({ segments, text }: Path, { cloud, components }: Scope): string {
  const inside = scopeHelp(text);
  if (inside) return inside;
  const builtins = builtinsOf(cloud);
  const named = components.get(segments.slice(0, 2).join("."));
  if (named) return `name one of its outputs: ${Object.keys(named.module.outputs).join(", ")}`;
  const near = segments.length === 1 ? didYouMean("built-ins", text, builtins) : "";
  if (near.startsWith("did")) return near;
  const forms = ["service.component.output", "local.name", ...builtins].map((form) => `\${${form}}`);
  return `a reference is one of ${forms.join(", ")}; write $\${ for a literal \${`;
}

/** Reports a component that does not exist; not where it is there and has problems of its own. */
export function unknownComponent(
  address: string,
  location: Location,
  components: ReadonlyMap<string, unknown>,
  report: Report,
): void {
  if (report.isSkipped(address)) return;
  const help = scopeHelp(address) ?? didYouMean("components", address, [...components.keys()]);
  report.add(location, `there is no component ${address}`, help);
}
