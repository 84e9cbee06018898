import { stringify } from "yaml";

/** The text of a YAML file: comment lines first, then the data, in which nothing is anything but data. */
export const yaml = (comment: readonly string[], data: unknown): string =>
  `${comment.map((line) => `# ${line}`.trimEnd()).join("\n")}\n${stringify(data, { lineWidth: 0, aliasDuplicateObjects: false })}`;
