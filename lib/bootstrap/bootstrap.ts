import { rm } from "node:fs/promises";
import path from "node:path";
import { UserError } from "../diagnostic";
import {
  isSame,
  keepLocally,
  localState,
  parseState,
  readLocalState,
  removeLocalState,
  type StateFile,
} from "./states";
import { succeeded, type Terraform } from "./terraform";

export interface BootstrapOptions {
  /** The rendered root. */
  readonly folder: string;
  /** Runs Terraform in that folder. */
  readonly terraform: Terraform;
  /** What Terraform says where the store is not there yet. */
  readonly absent: RegExp;
  /** Whether a plan may be applied. */
  readonly confirm: (plan: string) => Promise<boolean>;
  /** Says what comes next. */
  readonly tell: (text: string) => void;
}

/** `declined`: nothing was applied, because the plan was not confirmed. */
export type Result = "created" | "changed" | "unchanged" | "declined";

/**
 * Makes the store of the state and moves the state of that into it; where it is there already, applies what has changed.
 * What was interrupted is continued: until the store has the state, it is in the folder of the root.
 * @throws UserError with what Terraform said, or where the store or a local state is somebody else's.
 */
export async function bootstrap(options: BootstrapOptions): Promise<Result> {
  const { folder } = options;
  await keepLocally(folder, false);
  const [stored, local] = [await storedState(options), await readLocalState(folder)];
  if (stored) {
    await dropLeftover(stored.state, local, folder);
    if (stored.state) return applied(options);
    if (!local) throw new UserError([somebodyElses]);
  }
  return local || !stored ? created(options) : "unchanged";
}

const somebodyElses = {
  message: "the store is there, but nothing of its state",
  help: "it was made by other means: import it with terraform import, as bootstrap/README.md says, or choose another name in `state`",
};

/** The state in the store, if there is one; undefined where there is no store. */
async function storedState({ terraform, absent }: BootstrapOptions): Promise<{ state?: StateFile } | undefined> {
  const init = await terraform("init", "-reconfigure", "-no-color");
  if (init.code !== 0 && absent.test(init.stderr.replaceAll(/\s+/g, " "))) return undefined;
  succeeded(init, "terraform init");
  const state = parseState(succeeded(await terraform("state", "pull"), "terraform state pull"));
  return state ? { state } : {};
}

/** A local state that the store has too is left from an interruption; any other is not ours to remove. */
async function dropLeftover(stored: StateFile | undefined, local: StateFile | undefined, folder: string) {
  if (!stored) return;
  if (local && !isSame(local, stored))
    throw new UserError([
      { message: `${localState(folder)} is not what the store has`, help: "see what it holds, and move it away" },
    ]);
  await removeLocalState(folder);
}

async function created(options: BootstrapOptions): Promise<Result> {
  const { folder, terraform, tell } = options;
  await keepLocally(folder, true);
  succeeded(await terraform("init", "-reconfigure", "-no-color"), "terraform init");
  tell(`Until the store is there, the state is in ${localState(folder)}. If this is interrupted, run it again.`);
  if ((await applied(options)) === "declined") return "declined";
  await keepLocally(folder, false);
  await moveState(options);
  return "created";
}

async function moveState({ folder, terraform, tell }: BootstrapOptions): Promise<void> {
  const local = await readLocalState(folder);
  succeeded(await terraform("init", "-migrate-state", "-force-copy", "-no-color"), "terraform init -migrate-state");
  const stored = parseState(succeeded(await terraform("state", "pull"), "terraform state pull"));
  if (!stored || !isSame(stored, local))
    throw new UserError([{ message: "the store did not get the state", help: `it is still in ${localState(folder)}` }]);
  await removeLocalState(folder);
  tell("The store has its own state now, and none is left here.");
}

async function applied({ folder, terraform, confirm }: BootstrapOptions): Promise<Result> {
  const file = path.join(folder, ".terraform", "bootstrap.tfplan");
  try {
    const plan = await terraform("plan", "-no-color", "-detailed-exitcode", `-out=${file}`);
    if (plan.code === 0) return "unchanged";
    if (plan.code !== 2) succeeded(plan, "terraform plan");
    if (!(await confirm(plan.stdout))) return "declined";
    succeeded(await terraform("apply", "-no-color", file), "terraform apply");
    return "changed";
  } finally {
    await rm(file, { force: true });
  }
}
