import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { UserError } from "../../index";
import { askFor, defaultAnswers } from "../init/answers";
import { starter } from "../init/starter";
import type { ExitCode, Session } from "../session";

export interface InitOptions {
  readonly yes?: boolean;
}

/** `groundplan init`: a project to start from; nothing that is there is overwritten. */
export async function init(session: Session, folder: string, { yes }: InitOptions): Promise<ExitCode> {
  const root = path.resolve(session.io.cwd, folder);
  const defaults = defaultAnswers(root);
  const { ask } = session.io;
  refuseExisting(root, [...starter(defaults).keys()]);
  const answers = yes || !ask ? defaults : await askFor(defaults, ask, (text) => session.tell(text));
  const files = [...starter(answers)].filter(([file]) => !existsSync(path.join(root, file)));
  await write(root, files);
  session.print(files.map(([file]) => `${path.join(folder, file)}\n`).join(""));
  session.tell(next(folder));
  return 0;
}

/** A repository has its own: it does as well. */
const kept = ".gitignore";

function refuseExisting(root: string, files: readonly string[]): void {
  const existing = files.filter((file) => file !== kept && existsSync(path.join(root, file)));
  if (existing.length === 0) return;
  const message = `init overwrites nothing, and there is ${existing.join(", ")}`;
  throw new UserError([{ message, help: "start in another folder: groundplan init <folder>" }]);
}

async function write(root: string, files: readonly (readonly [path: string, text: string])[]): Promise<void> {
  for (const [file, text] of files) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text, { flag: "wx" });
  }
}

const next = (folder: string) =>
  ["Next:", ...(folder === "." ? [] : [`  cd ${folder}`]), "  groundplan synth", "  cat infrastructure/README.md"].join(
    "\n",
  );
