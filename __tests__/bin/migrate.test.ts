import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { project, shop } from "./projects";
import { run } from "./run";

jest.setTimeout(60_000);

const inWorkspaces = shop.replace("version: 1", "version: 1\nlayout: workspaces");

/** A project that was rendered, and whose spec has another layout since. */
async function changed(): Promise<string> {
  const folder = await project();
  await run(folder, ["synth"]);
  await writeFile(path.join(folder, "groundplan.yaml"), inWorkspaces);
  return folder;
}

test("a tree with states elsewhere is not written until they have moved", async () => {
  const folder = await changed();
  const refused = await run(folder, ["synth"]);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining("groundplan migrate prints the steps") });
  expect(await readdir(path.join(folder, "infrastructure", "environments"))).not.toContain("dev.tfvars.json");
  expect(await run(folder, ["synth", "--states-moved"])).toMatchObject({ code: 0 });
});

test("the steps are a script, which writes the tree between taking states out and putting them in", async () => {
  const { code, stdout } = await run(await changed(), ["migrate"]);
  expect(code).toBe(0);
  const steps = stdout.split("\n").filter((line) => /^(enter|pull|move|empty|reenter|push|\$groundplan) /.test(line));
  expect([...new Set(steps.map((step) => step.split(" ")[0]))]).toEqual([
    "enter",
    "pull",
    "move",
    "empty",
    "$groundplan",
    "reenter",
    "push",
  ]);
  expect(stdout).toContain("$groundplan synth --spec groundplan.yaml --out infrastructure --states-moved");
});

test("where no state moves, there are no steps; where nothing was rendered, nothing moves", async () => {
  const folder = await project();
  expect(await run(folder, ["migrate"])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("run groundplan synth"),
  });
  await run(folder, ["synth"]);
  expect(await run(folder, ["migrate"])).toMatchObject({ code: 0, stdout: "", stderr: "No state moves.\n" });
});
