import type { Cloud } from "../cloud";
import type { LocatedEntry } from "../source";
import type { Context } from "./context";
import { type Kind, readTable, type Table } from "./table";

/**
 * What a name of `accounts` may say: what an environment says of its own. What belongs to the environment's own account,
 * such as a role in it, holds in no other.
 */
export const accountsOf = ({ settings, required }: Cloud): Kind => ({
  word: "accounts",
  setting: "account",
  fields: settings,
  absent: Object.fromEntries(
    Object.keys(settings).flatMap((name) => (required.includes(name) ? [] : [[name, undefined]])),
  ),
});

/** Reads `accounts`: by name an account, and how Terraform gets into it. */
export const readAccounts = (context: Omit<Context, "providers">, entry: LocatedEntry | undefined): Table =>
  readTable(context, accountsOf(context.cloud), entry);
