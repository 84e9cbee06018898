import { azurerm } from "./azurerm";
import type { Backend } from "./backend";
import { cloud } from "./cloud";
import { consul } from "./consul";
import { gcs } from "./gcs";
import { http } from "./http";
import { kubernetes } from "./kubernetes";
import { local } from "./local";
import { pg } from "./pg";
import { remote } from "./remote";
import { s3 } from "./s3";

/** Every state backend of Terraform that a spec may name: all but those of other clouds' own. */
export const backends: ReadonlyMap<string, Backend> = new Map(
  [local, s3, gcs, azurerm, cloud, remote, pg, http, consul, kubernetes].map((backend) => [backend.name, backend]),
);

/** The backend of a state that was read, or that is assumed where none is named. */
export function backendNamed(name: string): Backend {
  const found = backends.get(name);
  if (!found) throw new Error(`there is no state backend ${name}`);
  return found;
}
