import path from "node:path";
import { inspect, loadProject, toolbox, UserError } from "../../index";
import { compareEnvironments } from "../diff/environments";
import { printEnvironments } from "../diff/print";
import { colored, type FileDiff, filesDiffering } from "../diff/tree";
import type { Session } from "../session";
import { environmentOf } from "../terraform/target";

/** `groundplan diff`: what `synth` would change, or how two environments differ. */
export async function diff(session: Session, names: readonly string[], flags: { out: string }): Promise<0 | 2> {
  if (names.length === 0) return diffTree(session, flags.out);
  const [first, second, ...more] = names;
  if (first === undefined || second === undefined || more.length > 0) throw new UserError([twoOrNone]);
  const project = loadProject({ file: session.spec, sources: session.sources, ...toolbox });
  const [a, b] = [environmentOf(first, project.environments), environmentOf(second, project.environments)];
  const differences = compareEnvironments(project, a, b, session);
  if (session.json) session.printJson(differences);
  else session.print(printEnvironments(differences, a.name, b.name));
  return 0;
}

const twoOrNone = {
  message: "diff compares two environments, or the output folder with the spec",
  help: "name two environments or none: groundplan diff dev prod, groundplan diff",
};

async function diffTree(session: Session, folder: string): Promise<0 | 2> {
  const { spec, sources } = session;
  const out = path.resolve(session.io.cwd, folder);
  const { tree, changes } = await inspect({ spec, sources, out }, toolbox);
  const found = await filesDiffering(out, tree, changes, folder);
  if (session.json) session.printJson(found);
  else session.print(found.map((one: FileDiff) => colored(one, session.color.stdout)).join(""));
  return found.length > 0 ? 2 : 0;
}
