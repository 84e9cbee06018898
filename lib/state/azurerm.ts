import { object, oneOf, optional, string } from "../schema";
import { defineBackend, ownNames } from "./backend";
import { flag, folder, folderOf, inside, placed, text, url } from "./option";

const account = { pattern: "^[a-z0-9]{3,24}$", message: "3 to 24 lower-case letters and digits" } as const;
const container = {
  pattern: "^[a-z0-9$][a-z0-9-]{2,62}$",
  message: "3 to 63 lower-case letters, digits and -",
} as const;

const place = {
  storage_account_name: string({ ...account, description: "Storage account of the state." }),
  container_name: string({ ...container, description: "Container of the state, shared by all environments." }),
  key_prefix: folder("Folders of the container that come before the project's own."),
  resource_group_name: text("Resource group of the storage account."),
  subscription_id: text("Subscription of the storage account; ARM_SUBSCRIPTION_ID if absent."),
  snapshot: flag("Whether the blob is snapshotted before it is written."),
  lookup_blob_endpoint: flag("Whether the blob endpoint is looked up."),
  environment: optional(oneOf(["public", "china", "german", "stack", "usgovernment"], { description: "Azure cloud." })),
  metadata_host: text("Host of the Azure metadata service, in place of an environment."),
};

const identity = {
  tenant_id: text("Tenant of the identity; ARM_TENANT_ID if absent."),
  client_id: text("Client id of the identity; ARM_CLIENT_ID if absent."),
  client_id_file_path: text("File that holds the client id."),
  client_secret_file_path: text("File that holds the client secret."),
  client_certificate_path: text("PFX file of the client certificate."),
  use_azuread_auth: flag("Whether Microsoft Entra ID, not an access key, opens the blobs."),
  use_cli: flag("Whether the login of the Azure CLI may be used."),
  use_msi: flag("Whether a managed identity is used."),
  msi_endpoint: url("Address that gives the managed identity's tokens."),
  use_oidc: flag("Whether OpenID Connect is used."),
  oidc_request_url: url("Address that gives the id token."),
  oidc_token_file_path: text("File that holds the id token."),
  ado_pipeline_service_connection_id: text("Service connection of an Azure DevOps pipeline."),
  use_aks_workload_identity: flag("Whether the workload identity of AKS is used."),
};

/** A container of Azure Blob Storage. Options: Terraform 1.11, backend `azurerm`. */
export const azurerm = defineBackend({
  name: "azurerm",
  summary: "A container of Azure Blob Storage.",
  options: object({ ...place, ...identity }),
  secrets: {
    access_key: "ARM_ACCESS_KEY",
    sas_token: "ARM_SAS_TOKEN",
    client_secret: "ARM_CLIENT_SECRET",
    client_certificate: "ARM_CLIENT_CERTIFICATE",
    client_certificate_password: "ARM_CLIENT_CERTIFICATE_PASSWORD",
    oidc_token: "ARM_OIDC_TOKEN",
    oidc_request_token: "ARM_OIDC_REQUEST_TOKEN",
  },
  refused: {
    key: placed("key_prefix"),
    endpoint: "Terraform has deprecated it: use `msi_endpoint`",
  },
  place: ["storage_account_name", "container_name", "key"],
  settings: ({ storage_account_name, container_name, key_prefix, ...rest }, place) => ({
    storage_account_name,
    container_name,
    key: `${inside(key_prefix)}${folderOf(place)}/terraform.tfstate`,
    ...rest,
  }),
  workspaces: ownNames,
  where: ({ container_name, storage_account_name }) =>
    `State is in the container \`${container_name}\` of the Azure storage account \`${storage_account_name}\`, which must be there before\nthe first \`terraform init\`.`,
});
