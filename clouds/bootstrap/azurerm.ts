import type { Bootstrap, Foundation } from "../../lib/cloud";
import { escapeAll } from "../../lib/compose";
import { integer, type Output, object, oneOf, string } from "../../lib/schema";

const options = object(
  {
    location: string({ minLength: 2, description: "Region of the storage account, such as westeurope." }),
    account_replication_type: oneOf(["LRS", "ZRS", "GRS", "GZRS"], {
      default: "GZRS",
      description: "Where the states are copied to.",
    }),
    noncurrent_days: integer({ default: 90, minimum: 1, description: "Days after which a former state is deleted." }),
    soft_delete_days: integer({
      default: 30,
      minimum: 1,
      maximum: 365,
      description: "Days in which what was deleted can be brought back.",
    }),
  },
  { description: "How the store of the states is made." },
);

/** A storage account. Arguments: https://registry.terraform.io/providers/hashicorp/azurerm/4.50.0/docs/resources/storage_account */
export const azurerm: Bootstrap = {
  options,
  absent: /ResourceGroupNotFound|ResourceNotFound|ContainerNotFound|no such host/,
  root: (foundation) => ({
    main: { resource: resources(foundation) },
    providers: {
      terraform: {
        required_version: ">= 1.10",
        required_providers: { azurerm: { source: "hashicorp/azurerm", version: "~> 4.50" } },
      },
      provider: {
        azurerm: { features: {}, ...subscriptionOf(foundation), storage_use_azuread: hasNoKeys(foundation) },
      },
    },
    outputs: {
      output: { storage_account: { description: "The account.", value: "${azurerm_storage_account.state.name}" } },
    },
  }),
};

const wanted = ({ options: given }: Foundation) => given as Output<typeof options>;
const stateOf = ({ state }: Foundation) => state as unknown as Record<string, string | undefined>;
const hasNoKeys = ({ state }: Foundation) => state.use_azuread_auth === true;

function subscriptionOf(foundation: Foundation) {
  const { subscription_id } = stateOf(foundation);
  return subscription_id === undefined ? {} : (escapeAll({ subscription_id }) as object);
}

function resources(foundation: Foundation) {
  const { location, account_replication_type, noncurrent_days, soft_delete_days } = wanted(foundation);
  const { storage_account_name, container_name, resource_group_name } = stateOf(foundation);
  const group = escapeAll({ name: resource_group_name ?? `${foundation.project}-terraform-state`, location }) as object;
  const days = [{ days: soft_delete_days }];
  const lifecycle = { prevent_destroy: true };
  return {
    azurerm_resource_group: { state: { ...group, tags: foundation.tags, lifecycle } },
    azurerm_storage_account: {
      state: {
        name: storage_account_name,
        resource_group_name: "${azurerm_resource_group.state.name}",
        location: "${azurerm_resource_group.state.location}",
        account_tier: "Standard",
        account_replication_type,
        min_tls_version: "TLS1_2",
        https_traffic_only_enabled: true,
        allow_nested_items_to_be_public: false,
        shared_access_key_enabled: !hasNoKeys(foundation),
        blob_properties: [
          { versioning_enabled: true, delete_retention_policy: days, container_delete_retention_policy: days },
        ],
        tags: foundation.tags,
        lifecycle,
      },
    },
    azurerm_storage_container: {
      state: {
        name: container_name,
        storage_account_id: "${azurerm_storage_account.state.id}",
        container_access_type: "private",
        lifecycle,
      },
    },
    azurerm_storage_management_policy: {
      state: {
        storage_account_id: "${azurerm_storage_account.state.id}",
        rule: [
          {
            name: "former-states",
            enabled: true,
            filters: [{ blob_types: ["blockBlob"] }],
            actions: [{ version: [{ delete_after_days_since_creation: noncurrent_days }] }],
          },
        ],
      },
    },
  };
}
