import { boolean, object, optional, string } from "../schema";
import { defineBackend } from "./backend";
import { address, count, flag, namesOf, placed, text } from "./option";

const lockPath = {
  pattern: "^/[^ ]*[^/ ]$",
  message: "a path such as /lock",
  description: "What follows the address of a state to lock it; nothing if absent.",
} as const;

/** A server of one's own. Options: Terraform 1.11, backend `http`, which has no workspaces. */
export const http = defineBackend({
  name: "http",
  summary: "A server that keeps states by address, such as GitLab.",
  options: object({
    address: address("Address of the states; each is below it, under the names of project and environment."),
    update_method: text("HTTP method that writes a state; POST if absent."),
    lock: boolean({ default: true, description: "Whether the server locks states." }),
    lock_path: optional(string(lockPath)),
    lock_method: text("HTTP method that locks a state; LOCK if absent."),
    unlock_method: text("HTTP method that unlocks it; UNLOCK if absent."),
    username: text("User of the server; TF_HTTP_USERNAME if absent."),
    skip_cert_verification: flag("Whether the server's certificate is not verified."),
    client_ca_certificate_pem: text("Root certificates, as PEM, that the server's is verified by."),
    client_certificate_pem: text("Client certificate, as PEM; its key is TF_HTTP_CLIENT_PRIVATE_KEY_PEM."),
    retry_max: count("Most retries of a request; 2 if absent."),
    retry_wait_min: count("Least wait between them in seconds; 1 if absent."),
    retry_wait_max: count("Longest wait between them in seconds; 30 if absent."),
  }),
  secrets: { password: "TF_HTTP_PASSWORD", client_private_key_pem: "TF_HTTP_CLIENT_PRIVATE_KEY_PEM" },
  refused: { lock_address: placed("address"), unlock_address: placed("address") },
  place: ["address"],
  settings({ address: base, lock, lock_path = "", ...rest }, place) {
    const state = `${base.replace(/\/$/, "")}/${namesOf(place).join("_")}`;
    const locked = { lock_address: state + lock_path, unlock_address: state + lock_path };
    return { address: state, ...(lock ? locked : {}), ...rest };
  },
  workspaces: () => [],
  where: ({ address: base }) => `State is at ${base}, an address per root.`,
});
