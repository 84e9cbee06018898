import path from "node:path";
import { type Location, type Sources, stepsTo } from "../index";
import { type Io, wantsColor } from "./io";

/** `3`: the spec is invalid. `2`: files differ. `1`: anything else. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Options that most commands share. */
export interface Options {
  readonly spec?: string;
  readonly json?: boolean;
}

/** A place by way of which something came to where it counts: the use of a pattern. */
export interface Step {
  /** As it stands before a place: "used by orders.invoices". */
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

/** One run of a command. */
export class Session {
  /** Absolute path of the spec. */
  readonly spec: string;
  readonly json: boolean;

  constructor(
    readonly io: Io,
    readonly sources: Sources,
    { spec = "groundplan.yaml", json = false }: Options,
  ) {
    this.spec = path.resolve(io.cwd, spec);
    this.json = json;
  }

  /** Prints data. */
  print(text: string): void {
    this.io.stdout.write(text);
  }

  printJson(data: unknown): void {
    this.print(`${JSON.stringify(data, null, 2)}\n`);
  }

  /** Tells a person how it goes; programs that read our output do not see it. */
  tell(text: string): void {
    this.io.stderr.write(`${text}\n`);
  }

  get color(): { readonly stdout: boolean; readonly stderr: boolean } {
    const { stdout, stderr, env } = this.io;
    return { stdout: wantsColor(stdout, env), stderr: wantsColor(stderr, env) };
  }

  /** A file of the spec, as a path from here. */
  fromHere(file: string): string {
    return path.relative(this.io.cwd, path.resolve(path.dirname(this.spec), file)) || file;
  }

  /** Where something of the spec is written, as a path from here and a line; nothing where no file holds it. */
  place({ file, start }: Location): { readonly file: string; readonly line: number } | undefined {
    const line = this.sources.lineNumber(file, start);
    return line === undefined ? undefined : { file: this.fromHere(file), line };
  }

  /** The places by way of which it came to where it counts, the nearest first; nothing where it is written there. */
  way(location: Location): { readonly via?: readonly Step[] } {
    const via = stepsTo(location).map(({ message, location: at }) => ({ message, ...this.place(at) }));
    return via.length > 0 ? { via } : {};
  }
}
