import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { findTerraform } from "../../lib/run";
import { scratchFolder } from "../support/folder";

const folderWith = async (...programs: string[]) => {
  const folder = await scratchFolder(Object.fromEntries(programs.map((name) => [name, ""])));
  for (const name of programs) await chmod(join(folder, name), 0o755);
  return folder;
};

test("terraform comes before tofu, wherever on the PATH they are", async () => {
  const [tofu, both] = [await folderWith("tofu"), await folderWith("terraform", "tofu")];
  expect(findTerraform(undefined, { PATH: `${tofu}:${both}` }, "/")).toBe(join(both, "terraform"));
  expect(findTerraform(undefined, { PATH: tofu }, "/")).toBe(join(tofu, "tofu"));
});

test("--bin is stronger than GROUNDPLAN_TERRAFORM, which is stronger than the PATH; both name programs or paths", async () => {
  const folder = await folderWith("terraform", "tofu", "terraform-1.10");
  const env = { PATH: folder, GROUNDPLAN_TERRAFORM: "tofu" };
  expect(findTerraform(undefined, env, "/")).toBe(join(folder, "tofu"));
  expect(findTerraform("terraform-1.10", env, "/")).toBe(join(folder, "terraform-1.10"));
  expect(findTerraform("./tofu", { PATH: "" }, folder)).toBe(join(folder, "tofu"));
});

test("what is no program is passed over, and its absence is an error that says what to do", async () => {
  const folder = await scratchFolder({ terraform: "no program", "tofu/x": "a folder" });
  expect(() => findTerraform(undefined, { PATH: folder }, "/")).toThrow(
    "there is neither terraform nor tofu on the PATH",
  );
  expect(() => findTerraform("terraform", { PATH: folder }, "/")).toThrow('there is no program "terraform"');
});
