import type { Connections } from "../../lib/module";

/** Nothing is used of a VPC itself: what is in it refers to its outputs. */
export const connections: Connections<never> = { access: {}, variables: {} };
