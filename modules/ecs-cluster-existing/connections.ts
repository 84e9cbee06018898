import type { Connections } from "../../lib/module";

/** Nothing is used of a cluster itself: what runs in it refers to its outputs. */
export const connections: Connections<never> = { access: {}, variables: {} };
