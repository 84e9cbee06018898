import path from "node:path";
import { aws } from "../../clouds/aws";
import { profiles } from "../../environments";
import { Sources } from "../../lib/diagnostic";
import { bootstrapRoots } from "../../lib/render/bootstrap";
import { loadProject } from "../../lib/spec";
import { registry } from "../../modules";
import { scratchFolder } from "../support/folder";

const head = (words: string) => `version: 1
name: shop
region: us-east-1
environments: { dev: {}, prod: { assume_role: "arn:aws:iam::210987654321:role/deploy" } }
services: { users: { table: { ${words}module: dynamodb, hash_key: id, attributes: { id: S } } } }
`;

/** The files of the root, parsed, by name. */
async function root(spec: string, words = ""): Promise<Record<string, Record<string, never>>> {
  const file = path.join(await scratchFolder({ "groundplan.yaml": head(words) + spec }), "groundplan.yaml");
  const project = loadProject({ file, cloud: aws, registry, profiles, sources: new Sources() });
  return Object.fromEntries(
    bootstrapRoots(project).map(([name, text]) => [path.basename(name, ".tf.json"), JSON.parse(text)]),
  );
}

const s3 = "state: { backend: s3, bucket: shop-state }\n";

test("of an S3 bucket is there without a word, and keeps its own state in it", async () => {
  const { main, backend } = await root(s3);
  expect(main).toMatchObject({
    module: { state_backend: { source: "../modules/state-backend", bucket: "shop-state" } },
  });
  expect(backend).toMatchObject({
    terraform: { backend: { s3: { bucket: "shop-state", key: "bootstrap/shop/terraform.tfstate" } } },
  });
});

test.each(["local", "pg"])("of %s is none", async (backend) => {
  expect(await root(`state: { backend: ${backend} }\n`)).toEqual({});
});

test("of a bucket with a key that no role could be given is none, unless it is asked for", async () => {
  const state = "state: { backend: s3, bucket: shop-state, kms_key_id: alias/states }\n";
  expect(await root(state)).toEqual({});
  await expect(root(`${state}bootstrap: { lock_table: locks }\n`)).rejects.toThrow(/alias\/states/);
});

const roles = "bootstrap: { deploy_roles: { prod: { github: { repository: example/shop } } } }\n";

test.each([
  ["directories", { state_keys: ["shop/prod/terraform.tfstate"] }],
  ["workspaces", { state_keys: ["shop/prod/terraform.tfstate"], list_prefixes: ["shop/"] }],
])("with %s, a deploy role has the place of its environment and may take that one's role", async (layout, places) => {
  const { main } = await root(`layout: ${layout}\n${s3}${roles}`);
  const { deploy_roles } = (main as unknown as { module: { state_backend: { deploy_roles: object } } }).module
    .state_backend;
  expect(deploy_roles).toEqual({
    prod: {
      name: "shop-prod-deploy",
      ...places,
      github: { repository: "example/shop", environment: "prod" },
      managed_policy_arns: {},
      max_session_duration: 3600,
      assume_role_arns: ["arn:aws:iam::210987654321:role/deploy"],
    },
  });
});

test("a deploy role may take the roles of the accounts in which its environment has components", async () => {
  const accounts = `accounts:
  dns: { account: 333344445555, assume_role: "arn:aws:iam::333344445555:role/dns", environments: { dev: { account: 111122223333, assume_role: "arn:aws:iam::111122223333:role/dns" } } }
`;
  const { main } = await root(
    `${s3}${accounts}${roles.replace("prod:", "dev: { gitlab: { project: example/shop, ref: main } }, prod:")}`,
    "account: dns, ",
  );
  const { dev, prod } = (main as unknown as { module: { state_backend: { deploy_roles: Record<string, object> } } })
    .module.state_backend.deploy_roles;
  expect(dev).toMatchObject({ assume_role_arns: ["arn:aws:iam::111122223333:role/dns"] });
  expect(prod).toMatchObject({
    assume_role_arns: ["arn:aws:iam::210987654321:role/deploy", "arn:aws:iam::333344445555:role/dns"],
  });
});

test("an environment with a bucket of its own has a root of its own, in its account, with its role alone", async () => {
  const spec = `version: 1
name: shop
region: us-east-1
state: { backend: s3, bucket: shop-state }
bootstrap: { deploy_roles: { dev: { github: { repository: example/shop } }, prod: { github: { repository: example/shop } } } }
environments:
  dev: {}
  prod:
    region: eu-west-1
    account: 111122223333
    assume_role: "arn:aws:iam::111122223333:role/deploy"
    state: { bucket: shop-prod-state }
services: { users: { table: { module: dynamodb, hash_key: id, attributes: { id: S } } } }
`;
  const file = path.join(await scratchFolder({ "groundplan.yaml": spec }), "groundplan.yaml");
  const project = loadProject({ file, cloud: aws, registry, profiles, sources: new Sources() });
  const files = new Map(bootstrapRoots(project).map(([name, text]) => [name, JSON.parse(text)]));
  const called = (folder: string) => files.get(`${folder}/main.tf.json`).module.state_backend;
  expect(called("bootstrap")).toMatchObject({ source: "../modules/state-backend", bucket: "shop-state" });
  expect(Object.keys(called("bootstrap").deploy_roles)).toEqual(["dev"]);
  expect(called("bootstrap/prod")).toMatchObject({
    source: "../../modules/state-backend",
    bucket: "shop-prod-state",
    deploy_roles: { prod: { state_keys: ["shop/prod/terraform.tfstate"] } },
  });
  expect(Object.keys(called("bootstrap/prod").deploy_roles)).toEqual(["prod"]);
  expect(files.get("bootstrap/prod/providers.tf.json").provider.aws).toMatchObject([
    { region: "eu-west-1", allowed_account_ids: ["111122223333"] },
  ]);
  expect(files.get("bootstrap/prod/backend.tf.json").terraform.backend.s3).toMatchObject({
    bucket: "shop-prod-state",
    region: "eu-west-1",
  });
});

test("a copy is a second call of the module, with a provider of its own", async () => {
  const { main, providers } = await root(`${s3}bootstrap: { replica_region: eu-west-1 }\n`);
  expect(main).toMatchObject({
    module: {
      replica: { bucket: "shop-state-replica", providers: { aws: "aws.replica" } },
      state_backend: { replication: { bucket_arn: "${module.replica.s3_bucket_arn}" } },
    },
  });
  expect(providers).toMatchObject({
    provider: { aws: [{ region: "us-east-1" }, { alias: "replica", region: "eu-west-1" }] },
  });
});

test("of a bucket of Google is versioned, closed and not destroyed", async () => {
  const { main, backend } = await root("state: { backend: gcs, bucket: shop-state }\n");
  expect(main).toMatchObject({
    resource: {
      google_storage_bucket: {
        state: {
          name: "shop-state",
          uniform_bucket_level_access: true,
          public_access_prevention: "enforced",
          versioning: [{ enabled: true }],
          soft_delete_policy: [{ retention_duration_seconds: 2592000 }],
          lifecycle: { prevent_destroy: true },
        },
      },
    },
  });
  expect(backend).toMatchObject({ terraform: { backend: { gcs: { prefix: "bootstrap/shop" } } } });
});

const account =
  "state: { backend: azurerm, storage_account_name: shopstate, container_name: states, use_azuread_auth: true }\n";

test("of a storage account of Azure needs to be told where, and has no keys where logins do", async () => {
  expect(await root(account)).toEqual({});
  const { main } = await root(`${account}bootstrap: { location: westeurope }\n`);
  expect(main).toMatchObject({
    resource: {
      azurerm_storage_account: {
        state: {
          name: "shopstate",
          min_tls_version: "TLS1_2",
          shared_access_key_enabled: false,
          allow_nested_items_to_be_public: false,
          lifecycle: { prevent_destroy: true },
        },
      },
      azurerm_storage_container: { state: { name: "states", container_access_type: "private" } },
    },
  });
});
