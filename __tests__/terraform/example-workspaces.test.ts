import { Terraform } from "../support/terraform";
import { environments, Project, unprotected } from "./example-project";

describe("one root with workspaces", () => {
  const inWorkspaces = (spec: string) => unprotected(spec).replace("version: 1", "version: 1\nlayout: workspaces");
  let project: Project;
  let terraform: Terraform;
  beforeAll(async () => {
    project = await Project.create("workspaces", inWorkspaces);
    terraform = new Terraform(project.out, project.account.env);
    await terraform.init();
  });
  const values = (environment: string) => `-var-file=environments/${environment}.tfvars.json`;

  // What each of them makes is the same as in folders of their own: one of them shows it.
  test.each(["dev"])("%s applies in its workspace, and plans nothing afterwards", async (environment) => {
    await terraform.run("workspace select", "-or-create", environment);
    await terraform.apply(values(environment));
    expect(await terraform.drift(values(environment))).toBe("");
  });

  test("a plan with the values of another environment is refused", async () => {
    await terraform.run("workspace select", "dev");
    await expect(terraform.plan(values("staging"))).rejects.toThrow(
      /The workspace is "dev", the values\s+are those of staging/,
    );
  });

  test.each(environments.slice(1))("%s is planned in its workspace", async (environment) => {
    await terraform.run("workspace select", "-or-create", environment);
    expect((await terraform.planChanges(values(environment))).length).toBeGreaterThan(20);
  });

  test("dev is destroyed", async () => {
    await terraform.run("workspace select", "dev");
    await terraform.destroy(values("dev"));
  });
});
