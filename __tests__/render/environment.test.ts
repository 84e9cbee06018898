import { HEAD, rendered } from "./rendered";

const services = "services: { a: { b: { module: echo } } }";
const environments = `environments:
  dev: {}
  prod:
    account: 111122223333
    region: eu-west-1
    assume_role: arn:aws:iam::111122223333:role/deploy`;
const spec = (head = "") => `${HEAD}${head}${environments}\n${services}`;
const s3 = "state: { backend: s3, bucket: shop-state }\n";

describe("a root per environment", () => {
  test("is backend, provider, outputs and one call", async () => {
    const files = [...(await rendered(spec())).tree.keys()].filter((file) => file.startsWith("environments/prod"));
    expect(files).toEqual(
      ["main", "backend", "providers", "outputs"].map((name) => `environments/prod/${name}.tf.json`),
    );
  });

  test("keeps its state beside itself, unless a bucket is named", async () => {
    const tree = await rendered(spec());
    expect(tree.at("environments/dev/backend.tf.json", "terraform")).toEqual({
      backend: { local: { path: "terraform.tfstate" } },
    });
  });

  test.each([
    ["dev", "shop/dev/terraform.tfstate"],
    ["prod", "shop/prod/terraform.tfstate"],
  ])("has a key of its own in the bucket: %s", async (name, key) => {
    const tree = await rendered(spec(s3));
    expect(tree.at(`environments/${name}/backend.tf.json`, "terraform", "backend", "s3")).toEqual({
      bucket: "shop-state",
      key,
      region: "us-east-1",
      use_lockfile: true,
    });
  });

  test("takes region and key of the bucket from the state", async () => {
    const state = "state: { backend: s3, bucket: shop-state, region: eu-north-1, kms_key_id: alias/state }\n";
    const tree = await rendered(spec(state));
    expect(tree.at("environments/prod/backend.tf.json", "terraform", "backend", "s3")).toMatchObject({
      region: "eu-north-1",
      kms_key_id: "alias/state",
    });
  });

  test("has a provider with its own settings and tags on everything", async () => {
    const tree = await rendered(spec());
    const tags = (Environment: string) => [{ tags: { Project: "shop", Environment, ManagedBy: "groundplan" } }];
    expect(tree.at("environments/dev/providers.tf.json", "provider", "aws")).toEqual({
      region: "us-east-1",
      default_tags: tags("dev"),
    });
    expect(tree.at("environments/prod/providers.tf.json", "provider", "aws")).toEqual({
      region: "eu-west-1",
      allowed_account_ids: ["111122223333"],
      assume_role: [{ role_arn: "arn:aws:iam::111122223333:role/deploy" }],
      default_tags: tags("prod"),
    });
  });

  test("is held to newer versions than the composition", async () => {
    const tree = await rendered(spec());
    expect(tree.at("environments/dev/providers.tf.json", "terraform")).toEqual({
      required_version: ">= 1.10",
      required_providers: { aws: { source: "hashicorp/aws", version: "~> 5.100" } },
    });
    expect(tree.at("versions.tf.json", "terraform", "required_providers", "aws", "version")).toBe(">= 5.100.0");
  });

  test("passes on every output of the composition", async () => {
    const tree = await rendered(spec());
    expect(tree.at("environments/dev/outputs.tf.json", "output", "a_b", "value")).toBe("${module.system.a_b}");
  });
});

describe("a workspace per environment", () => {
  const shared = (head = "") => rendered(spec(`layout: workspaces\n${head}`));

  test("is one root with a file of values for each", async () => {
    const { tree } = await shared();
    expect([...tree.keys()].filter((file) => file.startsWith("environments/"))).toEqual([
      "environments/dev.tfvars.json",
      "environments/prod.tfvars.json",
    ]);
    expect(tree.has("versions.tf.json")).toBe(false);
  });

  test("shares a state that Terraform keeps apart by workspace", async () => {
    const tree = await shared(s3);
    expect(tree.at("backend.tf.json", "terraform", "backend", "s3")).toMatchObject({
      key: "terraform.tfstate",
      workspace_key_prefix: "shop",
      use_lockfile: true,
    });
  });

  test("has a provider that takes the settings as variables, absent where no environment sets them", async () => {
    const tree = await shared();
    expect(tree.at("providers.tf.json", "provider", "aws")).toMatchObject({
      region: "${var.region}",
      allowed_account_ids: "${var.account == null ? null : [var.account]}",
    });
    expect(tree.at("variables.tf.json", "variable", "account", "default")).toBeNull();
    expect(tree.at("variables.tf.json", "variable", "region", "nullable")).toBe(false);
    expect(tree.at("environments/dev.tfvars.json")).toEqual({ environment: "dev", region: "us-east-1" });
  });

  test("refuses a plan in the workspace of another environment", async () => {
    const tree = await shared();
    expect(tree.at("outputs.tf.json", "output", "environment", "precondition", "0", "condition")).toBe(
      "${terraform.workspace == var.environment}",
    );
  });
});
