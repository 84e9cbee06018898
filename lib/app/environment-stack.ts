import path from "node:path";
import { App, type Construct, TerraformBackend, TerraformHclModule, TerraformStack } from "../cdk";
import type { Root, Stack } from "../compose";
import {
  atDeployVariables,
  importsOf,
  lookupsOf,
  passedProviders,
  placeholdersVariable,
  providersOf,
  rootArguments,
  rootOutputs,
  rootVersions,
  stateOf,
} from "../render";

/** A root as a CDKTF stack: what its folder in `environments/` is rendered from, at the same addresses. */
export class EnvironmentStack extends TerraformStack {
  /** @param out the output folder that holds the composition */
  constructor(app: App, stack: Stack, root: Root, out: string) {
    const id = [root.environment.name, stack.service].filter((part) => part !== undefined).join("-");
    super(app, id);
    const { project, name } = stack;
    new Backend(this, project.state.backend, stateOf(stack, root.environment.name));
    this.addOverride("terraform.required_version", rootVersions(project.cloud).required_version);
    this.addOverride("terraform.required_providers", rootVersions(project.cloud).required_providers);
    const providers = providersOf(root.environment, project);
    for (const [provider, blocks] of Object.entries(providers))
      this.addOverride(`provider.${provider}`, [blocks].flat());
    for (const [variable, block] of Object.entries(atDeployVariables(stack)))
      this.addOverride(`variable.${variable}`, block);
    const source = path.relative(path.join(app.outdir, "stacks", id), path.join(out, stack.folder));
    const { data, outputs } = lookupsOf(stack, root.environment.name);
    const variables = { ...rootArguments(root, stack), ...outputs };
    const composition = new TerraformHclModule(this, name, {
      source,
      variables,
      skipAssetCreationFromLocalModules: true,
    });
    composition.overrideLogicalId(name);
    const { providers: passed } = passedProviders(project);
    if (passed) composition.addOverride("providers", passed);
    for (const [type, sources] of Object.entries(data)) this.addOverride(`data.${type}`, sources);
    for (const [variable, block] of Object.entries(placeholdersVariable(stack)))
      this.addOverride(`variable.${variable}`, block);
    for (const [block, imports] of Object.entries(importsOf(stack, root.environment.name)))
      this.addOverride(block, imports);
    this.addOverride("output", rootOutputs(stack));
  }
}

/** A backend of any kind, or a `cloud` block: what the `terraform` block says of the state. */
class Backend extends TerraformBackend {
  constructor(
    scope: Construct,
    kind: string,
    private readonly block: object,
  ) {
    super(scope, "backend", kind);
  }

  override toTerraform() {
    return { terraform: this.block };
  }

  getRemoteStateDataSource(): never {
    throw new Error("environments do not read one another's state");
  }
}

/** A CDKTF app of environments; its stacks get their provider without a construct for it. */
export const environmentsApp = (): App => new App({ skipValidation: true });
