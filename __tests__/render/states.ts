/** A state for each backend: what is written under `state`, and the `terraform` block of its roots. */
export interface StateCase {
  readonly name: string;
  readonly written: string;
  /** Of a root per environment, for the environment dev of the project shop. */
  readonly directories: object;
  /** Of one root with a workspace per environment; undefined where the backend has no workspaces. */
  readonly workspaces: object | undefined;
}

const backend = (name: string, common: object, directories: object, workspaces: object) => ({
  directories: { backend: { [name]: { ...common, ...directories } } },
  workspaces: { backend: { [name]: { ...common, ...workspaces } } },
});

/** Each backend with what it must have, and with what comes before the places of its states. */
export const states: readonly StateCase[] = [
  {
    name: "local",
    written: "{ backend: local }",
    ...backend("local", { path: "terraform.tfstate" }, {}, {}),
  },
  {
    name: "local, in a folder",
    written: "{ backend: local, path_prefix: ../state }",
    ...backend(
      "local",
      {},
      { path: "../state/shop/dev/terraform.tfstate" },
      { path: "../state/shop/terraform.tfstate", workspace_dir: "../state/shop/terraform.tfstate.d" },
    ),
  },
  {
    name: "s3",
    written: "{ backend: s3, bucket: shop-state, key_prefix: platform/terraform, profile: ci }",
    ...backend(
      "s3",
      { bucket: "shop-state", region: "us-east-1", use_lockfile: true, profile: "ci" },
      { key: "platform/terraform/shop/dev/terraform.tfstate" },
      { key: "terraform.tfstate", workspace_key_prefix: "platform/terraform/shop" },
    ),
  },
  {
    name: "gcs",
    written: "{ backend: gcs, bucket: shop-state, kms_encryption_key: projects/p/k }",
    ...backend(
      "gcs",
      { bucket: "shop-state", kms_encryption_key: "projects/p/k" },
      { prefix: "shop/dev" },
      { prefix: "shop" },
    ),
  },
  {
    name: "azurerm",
    written: "{ backend: azurerm, storage_account_name: shopstate, container_name: tfstate, use_azuread_auth: true }",
    ...backend(
      "azurerm",
      { storage_account_name: "shopstate", container_name: "tfstate", use_azuread_auth: true },
      { key: "shop/dev/terraform.tfstate" },
      { key: "shop/terraform.tfstate" },
    ),
  },
  {
    name: "cloud",
    written: "{ backend: cloud, organization: acme, project: web }",
    directories: { cloud: { organization: "acme", workspaces: { name: "shop-dev", project: "web" } } },
    workspaces: { cloud: { organization: "acme", workspaces: { tags: ["shop"], project: "web" } } },
  },
  {
    name: "remote",
    written: "{ backend: remote, organization: acme, hostname: tfe.example.com, workspace_prefix: web_ }",
    ...backend(
      "remote",
      { organization: "acme", hostname: "tfe.example.com" },
      { workspaces: { name: "web_dev" } },
      { workspaces: { prefix: "web_" } },
    ),
  },
  {
    name: "pg",
    written: "{ backend: pg, conn_str: 'postgres://ci@db.example.com:5432/state?sslmode=require', schema_prefix: tf_ }",
    ...backend(
      "pg",
      { conn_str: "postgres://ci@db.example.com:5432/state?sslmode=require" },
      { schema_name: "tf_shop_dev" },
      { schema_name: "tf_shop" },
    ),
  },
  {
    name: "http",
    written:
      "{ backend: http, address: 'https://state.example.com/tf/', lock_path: /lock, lock_method: POST, retry_max: 5 }",
    directories: {
      backend: {
        http: {
          address: "https://state.example.com/tf/shop_dev",
          lock_address: "https://state.example.com/tf/shop_dev/lock",
          unlock_address: "https://state.example.com/tf/shop_dev/lock",
          lock_method: "POST",
          retry_max: 5,
        },
      },
    },
    workspaces: undefined,
  },
  {
    name: "http, without locks",
    written: "{ backend: http, address: 'https://state.example.com', lock: false }",
    directories: { backend: { http: { address: "https://state.example.com/shop_dev" } } },
    workspaces: undefined,
  },
  {
    name: "consul",
    written: "{ backend: consul, address: 'consul.example.com:8501', scheme: https, path_prefix: terraform }",
    ...backend(
      "consul",
      { address: "consul.example.com:8501", scheme: "https", lock: true },
      { path: "terraform/shop/dev/terraform.tfstate" },
      { path: "terraform/shop/terraform.tfstate" },
    ),
  },
  {
    name: "kubernetes",
    written:
      "{ backend: kubernetes, namespace: ops, labels: { team: web }, exec: { api_version: client.authentication.k8s.io/v1beta1, command: aws, args: [eks, get-token] } }",
    ...backend(
      "kubernetes",
      {
        namespace: "ops",
        labels: { team: "web" },
        exec: { api_version: "client.authentication.k8s.io/v1beta1", command: "aws", args: ["eks", "get-token"] },
      },
      { secret_suffix: "shop.dev.state" },
      { secret_suffix: "shop.state" },
    ),
  },
];
