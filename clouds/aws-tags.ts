import { map, string } from "../lib/schema";

const text = {
  pattern: "^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]*$",
  message: "letters, digits, spaces and _ . : / = + - @",
} as const;

/** Tags of resources: https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
export const tags = map(string({ ...text, maxLength: 256 }), {
  keys: "^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{1,128}$",
  keysMessage: "1 to 128 letters, digits, spaces and _ . : / = + - @",
  maxProperties: 40,
  default: {},
  description: "Tags of everything that is made, beside Project, Environment, Service and ManagedBy.",
});
