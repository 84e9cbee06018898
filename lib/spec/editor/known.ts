import type { Project } from "../project";

/** What there is in one project, for an editor to offer. */
export type Known = Pick<Project, "components" | "environments">;
