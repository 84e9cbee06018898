import type { Profile } from "../lib/spec";
import { dev } from "./dev";
import { prod } from "./prod";
import { staging } from "./staging";

/** The profiles, by name: what an environment starts from. */
export const profiles: Readonly<Record<string, Profile>> = { dev, staging, prod };
