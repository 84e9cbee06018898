import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { run } from "../bin/run";
import { type Account, awsRequest, newAccount } from "../support/account";
import { scratchFolder } from "../support/folder";
import { Terraform } from "../support/terraform";

const execute = promisify(execFile);

const spec = (bucket: string) => `version: 1
name: shop
region: us-east-1
state: { backend: s3, bucket: ${bucket} }
bootstrap:
  lock_table: ${bucket}-locks
  replica_region: eu-west-1
  deploy_roles:
    dev: { github: { repository: example/shop } }
    prod:
      gitlab: { project: example/shop, ref: main }
      managed_policy_arns: { readers: arn:aws:iam::aws:policy/ReadOnlyAccess }
environments:
  dev: {}
  prod: { assume_role: arn:aws:iam::210987654321:role/deploy }
services:
  users:
    table: { module: dynamodb, hash_key: id, attributes: { id: S } }
`;

class Project {
  static async create(bucket: string, text = spec(bucket)): Promise<Project> {
    const folder = await scratchFolder({ "groundplan.yaml": text });
    const project = new Project(folder, bucket, newAccount());
    await project.cli("synth");
    return project;
  }

  private constructor(
    readonly folder: string,
    readonly bucket: string,
    readonly account: Account,
  ) {}

  get root(): string {
    return join(this.folder, "infrastructure", "bootstrap");
  }

  get env() {
    const { PATH, HOME, TF_CLI_CONFIG_FILE } = process.env;
    return { PATH, HOME, TF_CLI_CONFIG_FILE, CHECKPOINT_DISABLE: "1", ...this.account.env };
  }

  cli(...argv: string[]) {
    return run(this.folder, argv, { env: this.env });
  }

  terraform(...path: string[]): Terraform {
    return new Terraform(join(this.folder, "infrastructure", ...path), this.account.env);
  }

  /** Runs the commands that the README has under a heading. */
  async follow(heading: string): Promise<void> {
    const readme = readFileSync(join(this.root, "README.md"), "utf8");
    const [, section = ""] = readme.split(`## ${heading}`);
    const [, commands = ""] = /```sh\n(.*?)```/s.exec(section) ?? [];
    const approved = { TF_CLI_ARGS_apply: "-auto-approve", TF_CLI_ARGS_destroy: "-auto-approve", TF_INPUT: "0" };
    await execute("bash", ["-e", "-c", commands], {
      cwd: this.root,
      env: { ...this.env, ...approved },
      maxBuffer: 2 ** 26,
    });
  }

  /** As a bootstrap that came no further than the bucket leaves it. */
  async interrupted(): Promise<void> {
    const override = { terraform: { backend: { local: { path: "bootstrap.tfstate" } } } };
    writeFileSync(join(this.root, "bootstrap_override.tf.json"), JSON.stringify(override));
    const root = this.terraform("bootstrap");
    await root.init();
    await root.apply("-target=module.state_backend.aws_s3_bucket.this");
    if (!existsSync(join(this.root, "bootstrap.tfstate"))) throw new Error("no state was kept");
  }

  /** What S3 answers to a question of the bucket, as XML or JSON. */
  async asked(question: string, bucket = this.bucket): Promise<string> {
    return (await awsRequest(this.account, "s3", `/${bucket}${question}`, { method: "GET" })).text();
  }

  /** Files of states, overrides and plans that were left in the root. */
  leftovers(): string[] {
    const all = readdirSync(this.root, { recursive: true, encoding: "utf8" });
    return all.filter((file) => /tfplan$|_override|(?<!^\.terraform\/terraform)\.tfstate/.test(file));
  }
}

describe("groundplan bootstrap", () => {
  let project: Project;
  let said: string;
  let found: Readonly<Record<string, Record<string, unknown>>>;
  const at = (address: string) => found[`module.state_backend.aws_${address}`];
  const policy = (address: string, attribute = "policy") => JSON.parse(String(at(address)?.[attribute]));

  beforeAll(async () => {
    project = await Project.create("bootstrapped-states");
    await project.interrupted();
    const { code, stderr } = await project.cli("bootstrap", "--auto-approve");
    if (code !== 0) throw new Error(stderr);
    said = stderr;
    found = await project.terraform("bootstrap").resources();
  });

  test("continues what was interrupted: what is made already is not made again", () => {
    expect(said).toMatch(/[1-9]\d* to add, 0 to change, 0 to destroy/);
    expect(said).not.toMatch(/aws_s3_bucket\.this will be created[^#]*"bootstrapped-states"/);
  });

  test("leaves no state behind: the bucket has it", async () => {
    expect(project.leftovers()).toEqual([]);
    expect(await project.asked("?list-type=2")).toContain("<Key>bootstrap/shop/terraform.tfstate</Key>");
    expect(at("s3_bucket.this")).toMatchObject({ id: project.bucket });
  });

  test("an environment uses the bucket, and locks its state by a file", async () => {
    const dev = project.terraform("environments", "dev");
    await dev.init();
    const release = await dev.holdLock();
    expect(await project.asked("?list-type=2")).toContain("<Key>shop/dev/terraform.tfstate.tflock</Key>");
    await release();
    await dev.apply();
    const { headers } = await awsRequest(project.account, "s3", `/${project.bucket}/shop/dev/terraform.tfstate`, {
      method: "HEAD",
    });
    expect(headers.get("x-amz-server-side-encryption")).toBe("aws:kms");
  });

  test("the bucket is versioned, closed, encrypted by its own key, logged and copied", async () => {
    expect(await project.asked("?versioning")).toContain("<Status>Enabled</Status>");
    expect(await project.asked("?ownershipControls")).toContain("BucketOwnerEnforced");
    expect((await project.asked("?publicAccessBlock")).match(/>true</g)).toHaveLength(4);
    expect(await project.asked("?encryption")).toContain(String(at("kms_key.this[0]")?.arn));
    expect(await project.asked("?logging")).toContain(`<TargetBucket>${project.bucket}-logs</TargetBucket>`);
    expect(await project.asked("?replication")).toContain(`arn:aws:s3:::${project.bucket}-replica`);
    expect(await project.asked("?versioning", `${project.bucket}-replica`)).toContain("<Status>Enabled</Status>");
    const lifecycle = await project.asked("?lifecycle");
    expect(lifecycle).toContain("<NoncurrentDays>90</NoncurrentDays>");
    expect(lifecycle).toContain("<ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker>");
    expect(lifecycle).toContain("<DaysAfterInitiation>7</DaysAfterInitiation>");
    expect(at("kms_key.this[0]")).toMatchObject({ enable_key_rotation: true });
  });

  test("Terraform does not destroy the bucket, and its policy lets nobody delete it", async () => {
    await expect(project.terraform("bootstrap").destroy()).rejects.toThrow(/Instance cannot be destroyed/);
    const { Statement } = JSON.parse(await project.asked("?policy"));
    expect(Statement).toContainEqual(expect.objectContaining({ Effect: "Deny", Action: "s3:DeleteBucket" }));
    expect(Statement).toContainEqual(
      expect.objectContaining({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
    );
  });

  test("a deploy role reads, writes and locks its own state, and may do nothing else", () => {
    const bucket = `arn:aws:s3:::${project.bucket}`;
    const state = "shop/prod/terraform.tfstate";
    expect(policy('iam_role_policy.deploy["prod"]').Statement).toEqual(
      [
        { Action: "s3:ListBucket", Resource: bucket, Condition: { StringEquals: { "s3:prefix": [state] } } },
        { Action: ["s3:GetObject", "s3:PutObject"], Resource: [`${bucket}/${state}`] },
        { Action: ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], Resource: [`${bucket}/${state}.tflock`] },
        { Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: at("kms_key.this[0]")?.arn },
        {
          Action: ["dynamodb:DeleteItem", "dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:PutItem"],
          Resource: at("dynamodb_table.locks[0]")?.arn,
          Condition: {
            "ForAllValues:StringEquals": {
              "dynamodb:LeadingKeys": [`${project.bucket}/${state}`, `${project.bucket}/${state}-md5`],
            },
          },
        },
        { Action: "sts:AssumeRole", Resource: ["arn:aws:iam::210987654321:role/deploy"] },
      ].map((statement) => expect.objectContaining({ Effect: "Allow", ...statement })),
    );
    expect(at('iam_role_policy_attachment.deploy["prod/readers"]')).toMatchObject({
      role: "shop-prod-deploy",
      policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
    });
  });

  test.each([
    ["dev", "github", "token.actions.githubusercontent.com", "sts.amazonaws.com", "repo:example/shop:environment:dev"],
    ["prod", "gitlab", "gitlab.com", "https://gitlab.com", "project_path:example/shop:ref_type:branch:ref:main"],
  ])("the deploy role of %s trusts one job of %s alone", (environment, forge, host, audience, subject) => {
    expect(policy(`iam_role.deploy["${environment}"]`, "assume_role_policy").Statement).toEqual([
      {
        Effect: "Allow",
        Action: "sts:AssumeRoleWithWebIdentity",
        Principal: { Federated: at(`iam_openid_connect_provider.${forge}[0]`)?.arn },
        Condition: { StringEquals: { [`${host}:aud`]: audience, [`${host}:sub`]: subject } },
      },
    ]);
  });
});

describe("by hand", () => {
  const plain = "bootstrap: { access_logs: { enabled: false }, encryption: { sse_algorithm: AES256 } }";
  let project: Project;

  beforeAll(async () => {
    const text = spec("states-by-hand").replace(/bootstrap:\n(?: .*\n)+/, `${plain}\n`);
    project = await Project.create("states-by-hand", text);
  });

  test("the steps of the README make it, and leave no state here", async () => {
    await project.follow("Make it");
    expect(project.leftovers()).toEqual([]);
  });

  // Here and not above: the emulator forgets half of what a replication says.
  test("the command, run after that, plans nothing", async () => {
    const { code, stderr } = await project.cli("bootstrap");
    expect(stderr).toBe("infrastructure/bootstrap: nothing to change.\n");
    expect(code).toBe(0);
  });

  test("the steps of the README end it: the bucket goes with all that is in it", async () => {
    await project.follow("Decommission");
    expect(project.leftovers()).toEqual([]);
    await expect(project.asked("?list-type=2")).rejects.toThrow(/404/);
  });
});

test("a bucket that somebody else has made is not taken over in silence", async () => {
  const project = await Project.create("states-of-others");
  await awsRequest(project.account, "s3", `/${project.bucket}`, { method: "PUT" });
  const { code, stderr } = await project.cli("bootstrap", "--auto-approve");
  expect([code, stderr]).toEqual([1, expect.stringContaining("the store is there, but nothing of its state")]);
});

test("an environment with a bucket of its own has that made by itself, and keeps its state there", async () => {
  const text = spec("states-of-all")
    .replace(/bootstrap:\n(?: .*\n)+/, "bootstrap: { access_logs: { enabled: false } }\n")
    .replace(/prod: .*/, "prod: { state: { bucket: states-of-prod } }");
  const project = await Project.create("states-of-prod", text);
  expect(await project.cli("bootstrap", "dev")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("dev has no store of its own"),
  });
  const made = await project.cli("bootstrap", "prod", "--auto-approve");
  expect(made.stderr).toContain("infrastructure/bootstrap/prod: the store is there and has its own state.");
  const prod = project.terraform("environments", "prod");
  await prod.init();
  await prod.apply();
  const listed = await project.asked("?list-type=2");
  expect([...listed.matchAll(/<Key>(.*?)<\/Key>/g)].map(([, key]) => key)).toEqual([
    "bootstrap/shop/terraform.tfstate",
    "shop/prod/terraform.tfstate",
  ]);
  await expect(project.asked("?list-type=2", "states-of-all")).rejects.toThrow(/404/);
});
