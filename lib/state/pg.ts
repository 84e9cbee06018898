import { object, optional, string } from "../schema";
import { defineBackend, ownNames } from "./backend";
import { flag, nameStart, namesOf, placed } from "./option";

const parameters = [
  ...["sslmode", "sslrootcert", "sslcert", "sslkey", "sslsni", "connect_timeout", "application_name", "host", "port"],
  ...["dbname", "user", "search_path", "krbsrvname", "krbspn", "client_encoding", "binary_parameters"],
].join("|");

/** The password is refused by what is allowed: before the @ there is no colon, and among the parameters no password. */
const connection = {
  pattern: `^postgres(?:ql)?://(?:[^ :@/?#]+@)?[^ @?#]*(?:\\?(?:(?:${parameters})=[^ &]*&?)+)?$`,
  message: "a postgres:// URL without a password, which the environment variable PGPASSWORD or PG_CONN_STR gives",
  description: "The database: postgres://user@host/database; the environment variable PG_CONN_STR if absent.",
  sensitive: true,
} as const;

/** A PostgreSQL database, with a schema per environment, or one with a row per workspace. Options: Terraform 1.11, backend `pg`. */
export const pg = defineBackend({
  name: "pg",
  summary: "A PostgreSQL database, with a schema per environment, or a row per workspace.",
  options: object({
    conn_str: optional(string(connection)),
    schema_prefix: nameStart("What the names of the schemas begin with, before the project's name."),
    skip_schema_creation: flag("Whether the schema is there already."),
    skip_table_creation: flag("Whether the table is there already."),
    skip_index_creation: flag("Whether the index is there already."),
  }),
  secrets: {},
  refused: { schema_name: placed("schema_prefix") },
  place: ["conn_str", "schema_name"],
  // PostgreSQL cuts names after 63 bytes.
  cut: { setting: "schema_name", after: 63 },
  settings: ({ schema_prefix = "", ...rest }, place) => ({
    ...rest,
    schema_name: schema_prefix + namesOf(place).join("_"),
  }),
  workspaces: ownNames,
  where: () => "State is in a PostgreSQL database, with a schema per root, and a row per workspace.",
});
