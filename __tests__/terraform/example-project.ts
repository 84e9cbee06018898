import fs from "node:fs";
import path from "node:path";
import { Sources } from "../../lib/diagnostic";
import { synth } from "../../lib/synth";
import { toolbox } from "../../toolbox";
import { type Account, createBucket, newAccount } from "../support/account";
import { scratchFolder } from "../support/folder";
import { Terraform } from "../support/terraform";

const example = path.join(__dirname, "..", "..", "examples", "serverless-api");
export const environments = ["dev", "staging", "prod"];

/** The example in a folder of its own, with a state bucket of its own on the emulator. */
export class Project {
  static async create(name: string, edit = (spec: string) => spec): Promise<Project> {
    const folder = await scratchFolder();
    fs.cpSync(example, folder, { recursive: true });
    const project = new Project(folder, `state-${name}`, newAccount());
    await createBucket(project.account, project.bucket);
    await project.render(edit);
    return project;
  }

  private constructor(
    readonly folder: string,
    readonly bucket: string,
    readonly account: Account,
  ) {}

  get out(): string {
    return path.join(this.folder, "infrastructure");
  }

  /** Renders the example's spec with a change. */
  async render(edit = (spec: string) => spec): Promise<void> {
    const text = fs
      .readFileSync(path.join(example, "groundplan.yaml"), "utf8")
      .replace("shop-terraform-state", this.bucket)
      .replace("111122223333", this.account.id);
    const edited = edit(text);
    const spec = path.join(this.folder, "groundplan.yaml");
    fs.writeFileSync(spec, edited);
    await synth({ spec, out: this.out, sources: new Sources() }, toolbox);
  }

  root(environment: string): Terraform {
    return new Terraform(path.join(this.out, "environments", environment), this.account.env);
  }
}

/** The spec without what refuses to be destroyed. */
export const unprotected = (spec: string) =>
  spec.replace("defaults:", "defaults:\n  dynamodb: { protection: { deletion_protection_enabled: false } }");
