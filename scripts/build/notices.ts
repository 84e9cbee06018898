import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The licences of the packages from which a bundle holds code, as those licences ask. */
export function thirdPartyNotices(root: string, inputs: readonly string[]): string {
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  const notices = [...folders].sort().map((folder) => noticeOf(join(root, folder)));
  return `Groundplan is distributed with code of these packages.\n${notices.join("")}`;
}

function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (!file) throw new Error(`${name} has no licence file`);
  const text = readFileSync(join(folder, file), "utf8").trim();
  return `\n${"-".repeat(80)}\n${name} ${version} (${license})\n\n${text}\n`;
}
