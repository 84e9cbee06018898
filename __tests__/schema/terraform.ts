import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface PlanError {
  readonly message: string;
  /** The folder of the module whose validation failed; absent in the root. */
  readonly module?: string;
}

/** What Terraform makes of a root without resources. */
export interface Applied {
  readonly errors: readonly PlanError[];
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** Applies a root made of these JSON files, which may call modules beside it. */
export function apply(files: Readonly<Record<string, unknown>>): Applied {
  const folder = mkdtempSync(join(tmpdir(), "groundplan-schema-"));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), JSON.stringify(content));
    }
    if ("module" in (files["main.tf.json"] as object))
      execFileSync("terraform", ["init", "-backend=false"], options(folder));
    const { stdout } = spawnSync("terraform", ["apply", "-json", "-auto-approve"], options(folder));
    const events = stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    return {
      errors: events.filter(({ type }) => type === "diagnostic").map(({ diagnostic }) => said(diagnostic)),
      outputs: Object.assign(
        {},
        ...events.filter(({ type }) => type === "outputs").map(({ outputs }) => values(outputs)),
      ),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The rule that broke stands in the file of the module; messages end with its place. */
const PLACE = /\n\nThis was checked by the validation rule at (?:(\w+)\/)?.*$/s;

const said = ({ summary, detail }: { summary: string; detail: string }): PlanError => {
  const [place, module] = PLACE.exec(detail) ?? [];
  return place ? { message: detail.slice(0, -place.length), module } : { message: `${summary}: ${detail}` };
};

const values = (outputs: Record<string, { value?: unknown }>) =>
  Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));

function options(cwd: string) {
  const { TF_CLI_CONFIG_FILE: file, ...env } = process.env;
  const config = file && existsSync(file) ? { TF_CLI_CONFIG_FILE: file } : {};
  return { cwd, env: { ...env, ...config, CHECKPOINT_DISABLE: "1" }, encoding: "utf8", maxBuffer: 2 ** 28 } as const;
}
