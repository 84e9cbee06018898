import { boolean, object, oneOf, optional, string } from "../schema";
import { defineBackend, ownNames } from "./backend";
import { flag, folder, folderOf, inside, placed, text } from "./option";

const server = {
  pattern: "^[A-Za-z0-9.-]+(?::[0-9]+)?$",
  message: "a host name and a port such as consul.example.com:8501",
  description: "Host and port of Consul; CONSUL_HTTP_ADDR if absent.",
} as const;

/** The key-value store of Consul. Options: Terraform 1.11, backend `consul`. */
export const consul = defineBackend({
  name: "consul",
  summary: "The key-value store of Consul.",
  options: object({
    address: optional(string(server)),
    scheme: optional(oneOf(["http", "https"], { description: "Scheme of that address." })),
    datacenter: text("Datacenter; the agent's own if absent."),
    path_prefix: folder("Folders of the store that come before the project's own."),
    gzip: flag("Whether states are compressed."),
    lock: boolean({ default: true, description: "Whether states are locked." }),
    ca_file: text("File of root certificates; CONSUL_CACERT if absent."),
    cert_file: text("File of the client certificate; CONSUL_CLIENT_CERT if absent."),
    key_file: text("File of its key; CONSUL_CLIENT_KEY if absent."),
  }),
  secrets: { access_token: "CONSUL_HTTP_TOKEN", http_auth: "CONSUL_HTTP_AUTH" },
  refused: { path: placed("path_prefix") },
  place: ["address", "path"],
  settings: ({ path_prefix, ...rest }, place) => ({
    path: `${inside(path_prefix)}${folderOf(place)}/terraform.tfstate`,
    ...rest,
  }),
  workspaces: ownNames,
  where: () => "State is in the key-value store of Consul, one path per root.",
});
