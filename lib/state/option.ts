import { boolean, integer, list, optional, string } from "../schema";
import type { Place } from "./backend";

/** A text that may be left out. */
export const text = (description: string) => optional(string({ minLength: 1, description }));

/** A switch that may be left out, where Terraform's own default holds. */
export const flag = (description: string) => optional(boolean({ description }));

/** A list of texts that may be left out. */
export const texts = (description: string) => optional(list(string({ minLength: 1 }), { minItems: 1, description }));

/** A number of tries or seconds. */
export const count = (description: string) => optional(integer({ minimum: 0, description }));

const web = {
  pattern: "^https?://[^ @/?#]+(?:/[^ @]*)?$",
  message: "an http:// or https:// URL without a user name and password in it",
  sensitive: true,
} as const;

/** The address of a service, which holds no password. */
export const address = (description: string) => string({ ...web, description });

/** The same, where it may be left out. */
export const url = (description: string) => optional(address(description));

const folders = {
  pattern: "^[^/ ]+(?:/[^/ ]+)*$",
  message: "folders with a / between them, none at either end",
} as const;

/** What comes before the place of a state, where places are folders. */
export const folder = (description: string) => optional(string({ ...folders, description }));

/** A folder as the start of a place. */
export const inside = (base: string | undefined): string => (base === undefined ? "" : `${base}/`);

/** The names of what a state is of, widest first: `shop`, `dev`, `orders`; without an environment for all workspaces. */
export const namesOf = ({ project, environment, service }: Place): readonly string[] =>
  [project, environment, service].filter((name) => name !== undefined);

/** The place of a state, where places are folders: `shop/dev`, or `shop` for all workspaces. */
export const folderOf = (place: Place): string => namesOf(place).join("/");

const word = { pattern: "^[A-Za-z0-9_-]+$", message: "letters, digits, _ and -" } as const;

/** What a name begins with. */
export const nameStart = (description: string) => optional(string({ ...word, maxLength: 32, description }));

/** Why an option that keeps environments apart is not for the author. */
export const placed = (prefix: string): string =>
  `it keeps the environments apart and is set for each; \`${prefix}\` says what comes before it`;
