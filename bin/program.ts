import { Command, Option } from "commander";
import { version } from "../package.json";
import type { GraphFlags } from "./commands/graph";
import type { InitOptions } from "./commands/init";
import type { SynthFlags } from "./commands/synth";
import { type Io, wantsColor } from "./io";
import { type ExitCode, type Options, Session } from "./session";

type Finish = (code: ExitCode) => void;
type Work = (session: Session) => Promise<ExitCode>;

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
  addReaders(program, perform);
  return program;
}

const exitCodes = "\nExit codes: 0 all is well, 1 an error, 2 files differ, 3 the spec is invalid.";

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
    .option("--all-modules", "write the modules that nothing uses as well")
    .addOption(json())
    .action((options: SynthFlags & Options) =>
      perform(options, async (session) => (await import("./commands/synth")).synth(session, options)),
    );
}

/** Commands that print something and change nothing. */
function addReaders(program: Command, perform: Perform): void {
  program
    .command("validate")
    .description("check the spec")
    .addOption(spec())
    .addOption(json())
    .action((options: Options) =>
      perform(options, async (session) => (await import("./commands/validate")).validate(session)),
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
    .action(() => perform({}, async (session) => (await import("./commands/schema")).schema(session)));
}

async function performed(io: Io, options: Options, work: Work): Promise<ExitCode> {
  const { Sources } = await import("../index");
  const session = new Session(io, new Sources(), options);
  try {
    return await work(session);
  } catch (error) {
    const { reportFailure } = await import("./failure");
    return reportFailure(error, session);
  }
}
