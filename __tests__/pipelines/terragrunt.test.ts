import { rendered, S3 } from "./rendered";

const paths = (text: string) => [...text.matchAll(/^ {4}"(.*)",$/gm)].map(([, path]) => path);

test("a root names those that come before it, and generates nothing", async () => {
  const files = await rendered(`${S3}states: service\npipelines: [terragrunt]`);
  const text = (name: string) => files.text(`environments/${name}/terragrunt.hcl`);
  expect(["dev/users", "dev/orders", "prod/mail"].map((name) => paths(text(name)))).toEqual([
    [],
    ["../users"],
    ["../orders"],
  ]);
  expect([...files.texts.values()].join("")).not.toMatch(/generate|remote_state|source/);
});

test("Terragrunt finds every root: there is a file named *.tf in each, which says nothing", async () => {
  const files = await rendered(`${S3}states: service\npipelines: [terragrunt]`);
  const folders = [...files.texts.keys()].filter((path) => path.endsWith("/terragrunt.hcl"));
  expect(folders).toHaveLength(8);
  for (const path of folders) expect(files.text(path.replace(/hcl$/, "tf"))).toMatch(/^(#.*\n)+$/);
});

test("with workspaces, the environment is told by a variable", async () => {
  const files = await rendered(`${S3}layout: workspaces\nstates: service\npipelines: [terragrunt]`);
  const text = files.text("services/orders/terragrunt.hcl");
  expect(paths(text)).toEqual(["../users"]);
  expect(text).toContain('execute  = ["terraform", "workspace", "select", "-or-create", "${get_env("ENVIRONMENT")}"]');
  expect(text).toContain('arguments = ["-var-file=environments/${get_env("ENVIRONMENT")}.tfvars.json"]');
});

test("with one state per environment, nothing comes before", async () => {
  const files = await rendered(`${S3}pipelines: [terragrunt]`);
  expect([...files.texts.keys()].sort()).toEqual(
    ["dev", "prod"].flatMap((name) => ["hcl", "tf"].map((end) => `environments/${name}/terragrunt.${end}`)),
  );
});
