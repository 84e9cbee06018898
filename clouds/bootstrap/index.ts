import type { Bootstrap } from "../../lib/cloud";
import { azurerm } from "./azurerm";
import { gcs } from "./gcs";
import { s3 } from "./s3";

/** How the stores of state backends are made, by the backend's name. */
export const bootstraps: Readonly<Record<string, Bootstrap>> = { s3, gcs, azurerm };
