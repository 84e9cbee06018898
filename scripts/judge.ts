import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import setup from "../__tests__/support/setup";
import teardown from "../__tests__/support/teardown";
import { actionlint } from "./judge/actionlint";
import { checkov } from "./judge/checkov";
import { planExample, renderExample } from "./judge/example";
import { parseExceptions } from "./judge/exceptions";
import { gitlab } from "./judge/gitlab";
import { renderPipelines } from "./judge/pipelines";
import { terragrunt } from "./judge/terragrunt";
import { tflint } from "./judge/tflint";
import { verdictOf } from "./judge/verdict";

const root = join(__dirname, "..");
const document = "docs/trust.md";

/** Has static judges of Terraform look at the example; ends with 1 for anything that `docs/trust.md` does not except. */
async function judge(): Promise<void> {
  const exceptions = parseExceptions(await readFile(join(root, document), "utf8"));
  const folder = await mkdtemp(join(tmpdir(), "groundplan-judge-"));
  try {
    const infrastructure = join(folder, "infrastructure");
    await renderExample(infrastructure);
    const pipelines = join(folder, "pipelines");
    await renderPipelines(pipelines);
    await setup();
    const reports = await Promise.all([
      planExample(infrastructure).then(checkov),
      tflint(infrastructure),
      actionlint(root, pipelines),
      gitlab(pipelines),
      terragrunt(join(folder, "services")),
    ]).finally(teardown);
    const { text, failures } = verdictOf(reports, exceptions, document);
    process.stdout.write(text);
    process.exitCode = failures > 0 ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

judge().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
