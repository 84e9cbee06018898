import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compose } from "../../lib/compose";
import { format, Sources, UserError } from "../../lib/diagnostic";
import { loadProject } from "../../lib/spec";
import { toolbox } from "../../toolbox";
import { type Files, scratchFolder } from "../support/folder";
import { specsIn, yamlBlocks } from "./blocks";

const documents = ["docs/spec.md", "README.md"];
const read = (document: string) => readFileSync(join(__dirname, "../..", document), "utf8");
const specs = documents.flatMap((document) => specsIn(read(document)).map((spec) => ({ document, ...spec })));

test.each(specs)("the spec of $document, line $line, is valid", async ({ files }) => {
  expect(await problemsOf(files)).toBe("");
});

test.each(documents)("every YAML block of %s is part of a spec", (document) => {
  const files = specsIn(read(document)).flatMap((spec) => Object.keys(spec.files));
  expect(files).toHaveLength(yamlBlocks(read(document)).length);
});

/** What is wrong with a spec, as the command line says it; empty where nothing is. */
async function problemsOf(files: Files): Promise<string> {
  const folder = await scratchFolder({ ...files, ...codeOf(files) });
  const sources = new Sources();
  try {
    const project = loadProject({ file: join(folder, "groundplan.yaml"), sources, ...toolbox });
    compose(project, () => ({ name: "code.zip", hash: "" }));
    return "";
  } catch (error) {
    if (error instanceof UserError) return format(error.diagnostics, sources, { color: false });
    throw error;
  }
}

/** A file in every folder of code that a spec names. */
const codeOf = (files: Files): Files =>
  Object.fromEntries(
    Object.entries(files).flatMap(([file, text]) =>
      [...String(text).matchAll(/^ *code: (\S+)/gm)].map(([, code]) => [
        join(dirname(file), code as string, "index.mjs"),
        "export const handler = () => {};\n",
      ]),
    ),
  );
