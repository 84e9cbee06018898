import { setTimeout } from "node:timers/promises";
import { initialised, terraformIn } from "../../lib/run";
import { scratchFolder } from "../support/folder";
import { fakeTerraform, inFolder } from "./fake-terraform";

const ready = { ".terraform/modules/modules.json": "{}" };
const commands = async (calls: () => Promise<string[]>) => (await calls()).map((call) => call.replace(/^.*?: /, ""));

test("what a command prints appears as it is, and its exit code is passed on", async () => {
  const { file } = await fakeTerraform("printf '\\033[1mplan\\033[0m\\n'; printf 'Error: x\\n' >&2; exit 11");
  const { terraform, printed } = await inFolder(file);
  expect(await terraformIn(terraform, ["plan"])).toMatchObject({ code: 11, errors: "Error: x\n" });
  expect(printed).toEqual({ stdout: "\u001b[1mplan\u001b[0m\n", stderr: "Error: x\n" });
});

test("a folder that was never initialised is, and what that says is progress", async () => {
  const { file, calls } = await fakeTerraform('echo "$1"');
  const { terraform, printed } = await inFolder(file);
  await initialised(terraform, ["plan"]);
  expect(await commands(calls)).toEqual(["init -input=false", "plan"]);
  expect(printed).toEqual({ stdout: "plan\n", stderr: "init\n" });
});

test("one that was is not again, wherever TF_DATA_DIR says", async () => {
  const { file, calls } = await fakeTerraform();
  const { terraform } = await inFolder(file, { root: { folder: await scratchFolder(ready), values: [] } });
  await initialised(terraform, ["plan"]);
  const data = await scratchFolder({ "modules/modules.json": "{}" });
  await initialised(
    { ...terraform, root: { folder: await scratchFolder(), values: [] }, env: { ...terraform.env, TF_DATA_DIR: data } },
    ["show"],
  );
  expect(await commands(calls)).toEqual(["plan", "show"]);
});

test("where Terraform asks for init it runs, the command after it, and the error is not shown", async () => {
  const asks = `
case $1 in
  init) touch initialised;;
  plan) [ -e initialised ] || { printf 'Error: Module not installed\\n\\nRun "terraform\\ninit" to install.\\n' >&2; exit 1; };;
esac`;
  const { file, calls } = await fakeTerraform(asks);
  const { terraform, printed } = await inFolder(file, { root: { folder: await scratchFolder(ready), values: [] } });
  expect(await initialised(terraform, ["plan"])).toMatchObject({ code: 0 });
  expect(await commands(calls)).toEqual(["plan", "init -input=false", "plan"]);
  expect(printed.stderr).toBe("");
});

test("an init that fails ends it", async () => {
  const { file, calls } = await fakeTerraform("echo 'Error: no' >&2; exit 1");
  const { terraform, printed } = await inFolder(file);
  expect(await initialised(terraform, ["plan"])).toMatchObject({ code: 1 });
  expect(await commands(calls)).toEqual(["init -input=false"]);
  expect(printed.stderr).toBe("Error: no\n");
});

test("the workspace is selected, unless it is already", async () => {
  const { file, calls } = await fakeTerraform();
  const [other, same] = [
    await scratchFolder({ ...ready, ".terraform/environment": "dev" }),
    await scratchFolder({ ...ready, ".terraform/environment": "prod" }),
  ];
  for (const folder of [other, same]) {
    const { terraform } = await inFolder(file, { root: { folder, workspace: "prod", values: [] } });
    await initialised(terraform, ["plan"]);
  }
  expect(await commands(calls)).toEqual(["workspace select -or-create prod", "plan", "plan"]);
});

test("a signal reaches Terraform, which is waited for", async () => {
  const { file } = await fakeTerraform("trap 'echo stopping; exit 3' TERM; echo ready; while :; do sleep 0.1; done");
  const { terraform, printed } = await inFolder(file);
  const finished = terraformIn(terraform, ["apply"]);
  while (!printed.stdout.includes("ready")) await setTimeout(20);
  process.emit("SIGTERM", "SIGTERM");
  expect(await finished).toMatchObject({ code: 3, interrupted: true });
  expect(printed.stdout).toBe("ready\nstopping\n");
  expect(process.listenerCount("SIGTERM")).toBe(0);
});

test("the end by a signal is an exit code of its own", async () => {
  const { file } = await fakeTerraform("kill -9 $$");
  const { terraform } = await inFolder(file);
  expect(await terraformIn(terraform, ["plan"])).toMatchObject({ code: 137 });
});
