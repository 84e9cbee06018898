import type { Connections } from "../../lib/module";
import type { outputs } from "./outputs";

/** Nothing can use it: topics are for alarms alone, and some have none. */
export const connections: Connections<keyof typeof outputs> = { access: {}, variables: {} };
