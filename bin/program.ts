import { Command, Option } from "commander";
import { version } from "../package.json";
import type { BootstrapFlags } from "./commands/bootstrap";
import type { GraphFlags } from "./commands/graph";
import type { InitOptions } from "./commands/init";
import type { MigrateFlags } from "./commands/migrate";
import type { MoveFlags } from "./commands/move";
import type { PlanFlags } from "./commands/plan";
import type { SchemaFlags } from "./commands/schema";
import type { SynthFlags } from "./commands/synth";
import type { ValidateFlags } from "./commands/validate";
import { type Io, wantsColor } from "./io";
import { type Options, Session } from "./session";
import type { RunFlags } from "./terraform/target";

type Finish = (code: number) => void;
type Work = (session: Session) => Promise<number>;

/** The command line. Its commands load the engine when they run: `--help` needs none of it. */
export function programOf(io: Io, finish: Finish): Command {
  const perform = async (options: Options, work: Work) => finish(await performed(io, options, work));
  const program = new Command("groundplan")
    .description("One spec in, Terraform modules and environments out.")
    .version(version)
    .exitOverride()
    .configureOutput(outputOf(io))
    .addHelpText("after", exitCodes);
  addInit(program, perform);
  addSynth(program, perform);
  addBootstrap(program, perform);
  addMove(program, perform);
  addMigrate(program, perform);
  addReaders(program, perform);
  addRunners(program, perform);
  addComparisons(program, perform);
  return program;
}

const exitCodes = "\nExit codes: 0 all is well, 1 an error, 2 something differs, 3 the spec is invalid.";

const outputOf = ({ stdout, stderr, env }: Io) => ({
  writeOut: (text: string) => void stdout.write(text),
  writeErr: (text: string) => void stderr.write(text),
  getOutHasColors: () => wantsColor(stdout, env),
  getErrHasColors: () => wantsColor(stderr, env),
});

type Perform = (options: Options, work: Work) => Promise<void>;

const spec = () => new Option("--spec <file>", "the spec").default("groundplan.yaml");
const json = () => new Option("--json", "print JSON");

function addInit(program: Command, perform: Perform): void {
  program
    .command("init")
    .argument("[folder]", "where to start", ".")
    .description("start a project: a spec with one service, and its code")
    .option("-y, --yes", "ask nothing, take the defaults")
    .action((folder: string, options: InitOptions) =>
      perform({}, async (session) => (await import("./commands/init")).init(session, folder, options)),
    );
}

function addSynth(program: Command, perform: Perform): void {
  program
    .command("synth")
    .description("render the spec as Terraform")
    .addOption(spec())
    .option("--out <dir>", "the folder to write", "infrastructure")
    .addOption(new Option("--check", "write nothing; exit 2 and list what differs").conflicts("dryRun"))
    .option("--dry-run", "write nothing; list what would change")
    .option("--force", "overwrite and remove also files that were edited or are not ours")
    .option("--states-moved", "write although states are elsewhere then: they have been moved, or there are none yet")
    .option("--all-modules", "write the modules that nothing uses as well")
    .addOption(json())
    .action((options: SynthFlags & Options) =>
      perform(options, async (session) => (await import("./commands/synth")).synth(session, options)),
    );
}

function addBootstrap(program: Command, perform: Perform): void {
  program
    .command("bootstrap")
    .argument("[environment]", "the environment whose own store it is, where it has one")
    .description("make the store of the state and move its own state into it, with Terraform")
    .addOption(spec())
    .option("--out <dir>", "the rendered folder", "infrastructure")
    .option("--auto-approve", "apply without asking")
    .action((environment: string | undefined, options: BootstrapFlags & Options) =>
      perform(options, async (session) =>
        (await import("./commands/bootstrap")).bootstrap(session, environment, options),
      ),
    );
}

function addMove(program: Command, perform: Perform): void {
  program
    .command("move")
    .argument("<from>", "a component, such as orders.items")
    .argument("<to>", "the address that it is to have, such as orders.table")
    .description("give a component another address in the spec, so that nothing of it is made anew")
    .addOption(spec())
    .option("--dry-run", "write nothing; show what would change")
    .action((from: string, to: string, options: MoveFlags & Options) =>
      perform(options, async (session) => (await import("./commands/move")).move(session, from, to, options)),
    );
}

function addMigrate(program: Command, perform: Perform): void {
  program
    .command("migrate")
    .description("print the steps that move states from where the rendered tree has them to where the spec has them")
    .addOption(spec())
    .option("--out <dir>", "the rendered folder", "infrastructure")
    .action((options: MigrateFlags & Options) =>
      perform(options, async (session) => (await import("./commands/migrate")).migrate(session, options)),
    );
}

/** Commands that print something and change nothing. */
function addReaders(program: Command, perform: Perform): void {
  program
    .command("validate")
    .description("check the spec")
    .addOption(spec())
    .option("--strict", "exit 3 where there are warnings")
    .addOption(json())
    .action((options: ValidateFlags & Options) =>
      perform(options, async (session) => (await import("./commands/validate")).validate(session, options)),
    );
  program
    .command("list")
    .description("list the components")
    .addOption(spec())
    .addOption(json())
    .action((options: Options) => perform(options, async (session) => (await import("./commands/list")).list(session)));
  program
    .command("explain")
    .argument("<address>", "a component, such as orders.table")
    .description("show every value of a component, which layer gives it and where it is written")
    .addOption(spec())
    .addOption(json())
    .action((address: string, options: Options) =>
      perform(options, async (session) => (await import("./commands/explain")).explain(session, address)),
    );
  program
    .command("graph")
    .description("draw services, components and the data between them")
    .addOption(new Option("--format <format>", "the language").choices(["mermaid", "dot", "svg"]).default("mermaid"))
    .option("--environment <name>", "what one environment has; all of them at once if not given")
    .option("--out-file <file>", "write a file in place of printing")
    .addOption(spec())
    .action((options: GraphFlags & Options) =>
      perform(options, async (session) => (await import("./commands/graph")).graph(session, options)),
    );
  program
    .command("schema")
    .description("print the JSON Schema of the spec, for editors")
    .option("--project", "of this spec: with the addresses, outputs and environments that it has")
    .addOption(spec())
    .action((options: SchemaFlags & Options) =>
      perform(options, async (session) => (await import("./commands/schema")).schema(session, options)),
    );
}

/** Commands that run Terraform in an environment; what is no option of ours is one of Terraform's. */
function addRunners(program: Command, perform: Perform): void {
  const descriptions = {
    plan: "show what Terraform would change in an environment",
    apply: "apply an environment: the plan that was shown and checked, once it is approved",
    destroy: "destroy all that is in an environment",
  };
  for (const [name, description] of Object.entries(descriptions)) {
    program
      .command(name)
      .argument("<environment>")
      .argument("[options...]", "for Terraform, such as -target=…; after -- anything is")
      .description(description)
      .addOption(spec())
      .addOption(out())
      .addOption(stale())
      .addOption(bin())
      .option("--allow-data-loss <address>", "let this resource go with its data, once; repeatable", collect)
      .allowUnknownOption()
      .action((environment: string, words: string[], options: PlanFlags & Options) =>
        perform(options, async (session) => {
          const commands = { ...(await import("./commands/plan")), ...(await import("./commands/apply")) };
          return commands[name as keyof typeof descriptions](session, environment, words, options);
        }),
      );
  }
}

const out = () => new Option("--out <dir>", "the rendered folder").default("infrastructure");
const stale = () => new Option("--stale", "take the rendered folder as it is, whatever the spec says");
const bin = () =>
  new Option("--bin <program>", "Terraform or OpenTofu; `terraform` or `tofu` on the PATH if not given");
const collect = (value: string, earlier: readonly string[] = []) => [...earlier, value];

/** Commands that hold one thing against another. */
function addComparisons(program: Command, perform: Perform): void {
  program
    .command("drift")
    .argument("[environments...]", "all of them if not given")
    .description("list what was changed outside of Terraform, and what of the spec is not applied")
    .addOption(spec())
    .addOption(out())
    .addOption(stale())
    .addOption(bin())
    .addOption(json())
    .action((environments: string[], options: RunFlags & Options) =>
      perform(options, async (session) => (await import("./commands/drift")).drift(session, environments, options)),
    );
  program
    .command("diff")
    .argument("[environments...]", "two environments, such as dev prod")
    .description("show what synth would change, or how two environments differ")
    .addOption(spec())
    .addOption(out())
    .addOption(json())
    .action((environments: string[], options: { out: string } & Options) =>
      perform(options, async (session) => (await import("./commands/diff")).diff(session, environments, options)),
    );
}

async function performed(io: Io, options: Options, work: Work): Promise<number> {
  const { Sources } = await import("../index");
  const session = new Session(io, new Sources(), options);
  try {
    return await work(session);
  } catch (error) {
    const { reportFailure } = await import("./failure");
    return reportFailure(error, session);
  }
}
