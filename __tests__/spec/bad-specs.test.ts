import { existsSync } from "node:fs";
import path from "node:path";
import { aws } from "../../clouds/aws";
import { profiles } from "../../environments";
import { Sources, toJson, UserError } from "../../lib/diagnostic";
import { synth } from "../../lib/synth";
import { registry } from "../../modules";
import { scratchFolder } from "../support/folder";
import { annotated, type BadSpec, badSpecs } from "./bad-spec";

const never = () => {
  throw new Error("a bad spec is never rendered");
};
const toolbox = { cloud: aws, registry, profiles, moduleFiles: never, template: never };

/** What `synth` finds, as the user sees it, and whether it wrote something. */
async function outcome({ files }: BadSpec) {
  const folder = await scratchFolder({ "code/index.mjs": "export const handler = () => {};\n", ...files });
  const [spec, out] = [path.join(folder, "groundplan.yaml"), path.join(folder, "infrastructure")];
  const sources = new Sources();
  const error = await synth({ spec, out, sources }, toolbox).catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) throw error ?? new Error("the spec was accepted");
  return { found: toJson(error.diagnostics, sources), hasWritten: existsSync(out) };
}

const cases = badSpecs();

test("there are many cases, each with a name of its own", () => {
  expect(cases.length).toBeGreaterThan(100);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

test.each(cases.map((one) => [one.name, one] as const))("%s", async (_, one) => {
  const { found, hasWritten } = await outcome(one);
  expect(annotated(one, found)).toBe(one.text);
  expect(hasWritten).toBe(false);
});
