import { writeFile } from "node:fs/promises";
import path from "node:path";
import { type Graph, graphOf, loadProject, toDot, toMermaid, toolbox, toSvg, UserError } from "../../index";
import type { ExitCode, Session } from "../session";

export interface GraphFlags {
  readonly format: "mermaid" | "dot" | "svg";
  readonly environment?: string;
  readonly outFile?: string;
}

/** `groundplan graph`: services, components and edges as a picture. */
export async function graph(session: Session, { format, environment, outFile }: GraphFlags): Promise<ExitCode> {
  const project = loadProject({ file: session.spec, sources: session.sources, ...toolbox });
  const text = await printers[format](graphOf(project, environment));
  if (outFile === undefined) session.print(text);
  else await save(path.resolve(session.io.cwd, outFile), outFile, text);
  return 0;
}

const printers: Readonly<Record<GraphFlags["format"], (graph: Graph) => string | Promise<string>>> = {
  mermaid: toMermaid,
  dot: toDot,
  svg: toSvg,
};

async function save(file: string, name: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    const help = `${(error as NodeJS.ErrnoException).code}: name a file in a folder that is there`;
    throw new UserError([{ message: `cannot write "${name}"`, help }]);
  }
}
