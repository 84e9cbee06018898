import type { Connections } from "../../lib/module";
import type { outputs } from "./outputs";

/** Nothing uses it: parameters are for other projects. */
export const connections: Connections<keyof typeof outputs> = { access: {}, variables: {} };
