import { type LocatedMap, locate } from "../source";
import { Mention } from "./mention";
import type { Permission } from "./project";
import type { Report } from "./reading";

/**
 * Warns of statements that allow more than they name.
 * @param tree what the statements are written in, under `permissions`
 */
export function warnOfWildcards(permissions: readonly Permission[], tree: LocatedMap, report: Report): void {
  for (const [i, { actions, resources, conditions }] of permissions.entries()) {
    const at = (word: string, index: number) => locate(tree, ["permissions", String(i), word, String(index)]);
    for (const [k, action] of actions.entries())
      if (action.includes("*"))
        report.warn(at("actions", k), `"${action}" is no single action: it stands for all that begin so`, {
          help: "name each action that it needs",
        });
    // One reference may stand for all of them.
    for (const [k, resource] of resources instanceof Mention ? [] : resources.entries()) {
      const text = resource instanceof Mention ? resource.text : resource;
      if (!conditions && isEvery(text))
        report.warn(at("resources", k), `"${text}" is no single resource: it stands for all of them`, {
          help: "name the ARNs that it needs; where the actions know none, bound them by `conditions`",
        });
    }
  }
}

/** In these services, what follows the first part of the resource is inside of one. */
const nested = ["s3", "execute-api"];

/** Whether an ARN names all resources, or all of a type: `*`, `arn:aws:s3:::*`, `arn:aws:dynamodb:us-east-1:123456789012:table/*`. */
function isEvery(text: string): boolean {
  const [, , service = "", , , ...rest] = text.split(":");
  const resource = rest.join(":");
  if (rest.length === 0) return /^[*:]+$/.test(text) || text.endsWith(":*");
  return resource.startsWith("*") || (!nested.includes(service) && /^[a-z-]+[/:]\*$/.test(resource));
}
