import path from "node:path";
import { check, envelopeOf, type Schema, toolbox, UserError } from "../../index";
import type { Io } from "../io";

/** What a new project is told. */
export interface Answers {
  readonly name: string;
  readonly region: string;
  /** S3 bucket of the state; without one, state is in local files. */
  readonly bucket?: string;
}

/** What a project is named and where it goes if nobody says otherwise. */
export const defaultAnswers = (root: string): Answers => ({ name: nameFrom(path.basename(root)), region: "us-east-1" });

/** A folder's name as the name of a project: lower-case letters, digits and single dashes, a letter first. */
export function nameFrom(folder: string): string {
  const words =
    folder
      .normalize("NFKD")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const name = words
    .join("-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 32)
    .replace(/-$/, "");
  return name || "app";
}

type Ask = NonNullable<Io["ask"]>;

/**
 * Asks a person for everything, each question again until the answer is one that a spec may hold.
 * @throws UserError when the person leaves
 */
export async function askFor(defaults: Answers, ask: Ask, tell: (text: string) => void): Promise<Answers> {
  const { name: names, region: regions, state } = envelopeOf(toolbox.cloud).properties as Record<string, Schema>;
  const { backend: backends, bucket: buckets } = state?.properties ?? {};
  const name = await question("Name of the project", names, defaults.name);
  const region = await question("AWS region", regions, defaults.region);
  const backend = await question("Where Terraform keeps its state: local or s3", backends, "local");
  if (backend === "local") return { name, region };
  return { name, region, bucket: await question("S3 bucket of the state", buckets, `${name}-terraform-state`) };

  async function question(text: string, schema: Schema = { type: "string" }, fallback: string): Promise<string> {
    for (;;) {
      const given = await ask(`${text} (${fallback}): `);
      if (given === undefined) throw new UserError([{ message: "cancelled; nothing was written" }]);
      const answer = given.trim() || fallback;
      const [problem] = check(schema, answer);
      if (!problem) return answer;
      tell(problem.message);
    }
  }
}
