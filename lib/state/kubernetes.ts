import { list, map, object, optional, string } from "../schema";
import { defineBackend, ownNames } from "./backend";
import { flag, namesOf, placed, text, texts, url } from "./option";

const dns = { pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", message: "lower-case letters, digits and -" } as const;

/** Names of secrets have no `_`; of two services, no two names differ in that alone. */
const dashed = (name: string) => name.replaceAll("_", "-");

const plugin = object(
  {
    api_version: string({ minLength: 1, description: "Version of its answer: client.authentication.k8s.io/v1beta1." }),
    command: string({ minLength: 1, description: "Command that gives the credentials." }),
    args: optional(list(string(), { description: "Its arguments." })),
    env: optional(map(string(), { description: "Its environment variables; none of them a secret." })),
  },
  { description: "A command that gives the credentials." },
);

const place = {
  namespace: optional(string({ ...dns, maxLength: 63, description: "Namespace of the secrets; default if absent." })),
  secret_prefix: optional(string({ ...dns, maxLength: 20, description: "What comes before the project's name." })),
  labels: optional(map(string(), { description: "More labels of the secrets." })),
};

const cluster = {
  host: url("Address of the cluster; KUBE_HOST if absent."),
  username: text("User of the cluster; KUBE_USER if absent."),
  insecure: flag("Whether the cluster's certificate is not verified."),
  cluster_ca_certificate: text("Root certificates, as PEM, that the cluster's is verified by."),
  client_certificate: text("Client certificate, as PEM; its key is KUBE_CLIENT_KEY_DATA."),
  proxy_url: url("Proxy of all requests."),
  in_cluster_config: flag("Whether Terraform runs in a pod and uses its service account."),
  load_config_file: flag("Whether a kubeconfig is read."),
  config_path: text("Path of a kubeconfig; KUBE_CONFIG_PATH if absent."),
  config_paths: texts("Paths of several; KUBE_CONFIG_PATHS if absent."),
  config_context: text("Context of the kubeconfig."),
  config_context_auth_info: text("User of the kubeconfig."),
  config_context_cluster: text("Cluster of the kubeconfig."),
  exec: optional(plugin),
};

/**
 * Secrets of a Kubernetes cluster. Options: Terraform 1.11, backend `kubernetes`. A suffix must not end with a number,
 * which Terraform takes for a part of a large state: so each ends with a word.
 */
export const kubernetes = defineBackend({
  name: "kubernetes",
  summary: "Secrets of a Kubernetes cluster, of 1 MB at most.",
  options: object({ ...place, ...cluster }),
  secrets: { password: "KUBE_PASSWORD", token: "KUBE_TOKEN", client_key: "KUBE_CLIENT_KEY_DATA" },
  refused: { secret_suffix: placed("secret_prefix") },
  place: ["host", "namespace", "secret_suffix"],
  settings: ({ secret_prefix, ...rest }, place) => ({
    secret_suffix: [...(secret_prefix ? [secret_prefix] : []), ...namesOf(place).map(dashed), "state"].join("."),
    ...rest,
  }),
  workspaces: ownNames,
  where: ({ namespace = "default" }) => `State is in secrets of the Kubernetes namespace \`${namespace}\`.`,
});
