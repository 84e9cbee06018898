import fs from "node:fs";
import path from "node:path";
import { Sources } from "../../lib/diagnostic";
import type { As } from "../../lib/spec";
import { synth } from "../../lib/synth";
import { toolbox } from "../../toolbox";
import { type Account, createBucket, newAccount } from "../support/account";
import { scratchFolder } from "../support/folder";
import { Terraform } from "../support/terraform";

const examples = path.join(__dirname, "..", "..", "examples");
export const environments = ["dev", "staging", "prod"];

/** An example in a folder of its own, with a state bucket of its own on the emulator. */
export class Project {
  static async create(name: string, edit = (spec: string) => spec, example = "serverless-api"): Promise<Project> {
    const folder = await scratchFolder();
    fs.cpSync(path.join(examples, example), folder, { recursive: true });
    const project = new Project(folder, `state-${name}`, newAccount(), example);
    await createBucket(project.account, project.bucket);
    await project.render(edit);
    return project;
  }

  private constructor(
    readonly folder: string,
    readonly bucket: string,
    readonly account: Account,
    private readonly example: string,
  ) {}

  get out(): string {
    return path.join(this.folder, "infrastructure");
  }

  /** Renders the example's spec with a change. */
  async render(edit = (spec: string) => spec, as: As = {}): Promise<void> {
    const text = fs
      .readFileSync(path.join(examples, this.example, "groundplan.yaml"), "utf8")
      .replace(/\w+-terraform-state/, this.bucket)
      .replace("111122223333", this.account.id);
    const edited = edit(text);
    const spec = path.join(this.folder, "groundplan.yaml");
    fs.writeFileSync(spec, edited);
    await synth({ spec, out: this.out, sources: new Sources() }, { ...toolbox, as });
  }

  root(environment: string): Terraform {
    return new Terraform(path.join(this.out, "environments", environment), this.account.env);
  }
}

/** The spec without what refuses to be destroyed. */
export const unprotected = (spec: string) =>
  spec.replace("defaults:", "defaults:\n  dynamodb: { protection: { deletion_protection_enabled: false } }");
