import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Licences of packages that come without a file of theirs, by the name of the package. */
const ours = join(__dirname, "licences");

/** The licences of the packages from which a bundle holds code, as those licences ask. */
export function thirdPartyNotices(root: string, inputs: readonly string[]): string {
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  const notices = [...folders].sort().map((folder) => noticeOf(join(root, folder)));
  return `Groundplan is distributed with code of these packages.\n${notices.join("")}`;
}

function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const own = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const file = own ? join(folder, own) : join(ours, `${name.replaceAll("/", "__")}.txt`);
  if (!existsSync(file)) throw new Error(`${name} has no licence file`);
  const text = readFileSync(file, "utf8").trim();
  return `\n${"-".repeat(80)}\n${name} ${version} (${license})\n\n${text}\n`;
}
