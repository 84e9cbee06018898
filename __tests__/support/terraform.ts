import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";

/** One resource of a plan that is not left as it is. */
export interface Change {
  /** Such as `module.table.aws_dynamodb_table.this`. */
  readonly address: string;
  /** Such as `aws_dynamodb_table`. */
  readonly type: string;
  /** `["create"]`, `["update"]`, `["delete", "create"]`, … */
  readonly actions: readonly string[];
  /** The planned values; what is known only after apply is absent. `null` when the resource goes. */
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** A Terraform command that failed; the message is what Terraform printed. */
export class TerraformError extends Error {
  override readonly name = "TerraformError";
}

/** Runs real Terraform in one folder, with the environment of an account on the emulator. */
export class Terraform {
  constructor(
    readonly folder: string,
    private readonly env: Readonly<Record<string, string>> = {},
  ) {}

  async init(...args: string[]): Promise<void> {
    await this.run("init", "-input=false", ...args);
  }

  /** @throws TerraformError with every problem that `terraform validate` finds. */
  async validate(): Promise<void> {
    await this.run("validate");
  }

  /** Plans, and returns Terraform's own text of the plan. */
  async plan(...args: string[]): Promise<string> {
    return (await this.run("plan", "-input=false", ...args)).stdout;
  }

  /** Plans, and returns what would change, in order of address. */
  async planChanges(...args: string[]): Promise<Change[]> {
    await this.plan("-out=changes.tfplan", ...args);
    const plan = (await this.json("show", "changes.tfplan")) as { resource_changes?: ResourceChange[] };
    return (plan.resource_changes ?? []).filter(isChanged).map(({ address, type, change }) => ({
      address,
      type,
      actions: change.actions,
      after: change.after,
    }));
  }

  /** Empty when a plan would change nothing; otherwise the text of that plan, which a failing test then shows. */
  async drift(...args: string[]): Promise<string> {
    const { code, stdout } = await this.run("plan", "-input=false", "-detailed-exitcode", ...args);
    return code === 0 ? "" : stdout;
  }

  async apply(...args: string[]): Promise<void> {
    await this.run("apply", "-input=false", "-auto-approve", ...args);
  }

  async destroy(...args: string[]): Promise<void> {
    await this.run("destroy", "-input=false", "-auto-approve", ...args);
  }

  /** The state as `terraform show -json` prints it. */
  async show(): Promise<unknown> {
    return this.json("show");
  }

  /** The attributes of every resource in the state, by address. */
  async resources(): Promise<Readonly<Record<string, Record<string, unknown>>>> {
    const state = (await this.show()) as { values?: { root_module: StateModule } };
    const found = state.values ? resourcesOf(state.values.root_module) : [];
    return Object.fromEntries(found.map(({ address, values }) => [address, values]));
  }

  /** The attributes of one resource in the state. */
  async resource(address: string): Promise<Record<string, unknown>> {
    const found = (await this.resources())[address];
    if (!found) {
      throw new Error(`no ${address} in the state of ${this.folder}`);
    }
    return found;
  }

  /** The outputs of the root, by name. */
  async output(): Promise<Record<string, unknown>> {
    const outputs = (await this.json("output")) as Record<string, { value: unknown }>;
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  /** Runs the folder's own `*.tftest.json`, and returns Terraform's report. */
  async test(...args: string[]): Promise<string> {
    return (await this.run("test", ...args)).stdout;
  }

  /** The addresses in the state. */
  async stateList(): Promise<string[]> {
    return (await this.run("state list")).stdout.split("\n").filter((line) => line !== "");
  }

  /**
   * Takes the lock of the state and holds it until the returned function is called: an apply that waits for its approval.
   *
   * @throws TerraformError when the apply does not come so far, such as when there is nothing to apply.
   */
  async holdLock(...args: string[]): Promise<() => Promise<void>> {
    const apply = await this.waitingApply(args);
    return async () => {
      const exited = once(apply, "exit");
      apply.stdin.end("no\n");
      await exited;
    };
  }

  /** Takes the lock of the state in an apply that is killed: nobody gives the lock back. */
  async abandonLock(...args: string[]): Promise<void> {
    const apply = await this.waitingApply(args);
    const exited = once(apply, "exit");
    apply.kill("SIGKILL");
    await exited;
  }

  private async waitingApply(args: readonly string[]) {
    const apply = this.start(["apply", "-no-color", ...args]);
    await printed(apply.stdout, "Enter a value:");
    return apply;
  }

  /** Runs any Terraform command, such as `workspace new`. @throws TerraformError when it fails. */
  async run(command: string, ...args: string[]): Promise<{ code: number; stdout: string }> {
    const child = this.start([...command.split(" "), ...(command.startsWith("state") ? [] : ["-no-color"]), ...args]);
    child.stdin.end();
    const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
    if (code !== 0 && !(code === 2 && args.includes("-detailed-exitcode"))) {
      throw new TerraformError(`terraform ${command} ${args.join(" ")}\n${stdout}${stderr}`);
    }
    return { code, stdout };
  }

  private async json(command: string, ...args: string[]): Promise<unknown> {
    return JSON.parse((await this.run(command, "-json", ...args)).stdout);
  }

  private start(args: readonly string[]) {
    return spawn("terraform", args, { cwd: this.folder, env: { ...machineEnvironment(), ...this.env } });
  }
}

interface ResourceChange {
  readonly address: string;
  readonly type: string;
  readonly change: Pick<Change, "actions" | "after">;
}

interface StateModule {
  readonly resources?: readonly { address: string; values: Record<string, unknown> }[];
  readonly child_modules?: readonly StateModule[];
}

/** Waits until `expected` is on the stream, and lets the rest of it pass by. */
async function printed(stream: Readable, expected: string): Promise<void> {
  let output = "";
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    output += chunk;
    if (output.includes(expected)) {
      stream.resume();
      return;
    }
  }
  throw new TerraformError(`terraform ended before it printed "${expected}"\n${output}`);
}

function isChanged({ change }: ResourceChange): boolean {
  return change.actions.some((action) => action !== "no-op" && action !== "read");
}

function resourcesOf(module: StateModule): { address: string; values: Record<string, unknown> }[] {
  return [...(module.resources ?? []), ...(module.child_modules ?? []).flatMap(resourcesOf)];
}

/** This process's environment without what would point Terraform at a real account or change what it does. */
function machineEnvironment(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(AWS_|TF_(?!CLI_CONFIG_FILE$))/.test(name));
  return { ...Object.fromEntries(kept), TF_IN_AUTOMATION: "1", CHECKPOINT_DISABLE: "1" };
}
