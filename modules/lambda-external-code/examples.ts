import type { Input } from "../../lib/schema";
import * as lambda from "../lambda/examples";
import type { inputs } from "./inputs";

export const { minimal, image } = lambda;

const { run_once: _, ...rest } = lambda.complete;
export const complete: Input<typeof inputs> = rest;

export const { rejected } = lambda;
