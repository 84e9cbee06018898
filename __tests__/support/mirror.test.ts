import { join } from "node:path";
import { scratchFolder } from "./folder";
import { findMirror } from "./mirror";

const aws = "registry.terraform.io/hashicorp/aws";

test.each([
  ["a release that is unpacked", `deep/mirror/${aws}/5.100.0/linux_amd64/terraform-provider-aws_v5.100.0_x5`],
  ["a release that is packed", `deep/mirror/${aws}/terraform-provider-aws_5.100.0_linux_amd64.zip`],
])("finds %s below a root", async (_, file) => {
  const root = await scratchFolder({ [file]: "" });
  expect(await findMirror("5.100.0", [root])).toBe(join(root, "deep/mirror"));
});

test.each([
  ["a mirror of another release", `mirror/${aws}/6.25.0/linux_amd64/terraform-provider-aws_v6.25.0_x5`],
  ["what another root has installed", `root/.terraform/providers/${aws}/5.100.0/linux_amd64/terraform-provider-aws`],
])("passes over %s", async (_, file) => {
  expect(await findMirror("5.100.0", [await scratchFolder({ [file]: "" })])).toBeUndefined();
});

test("takes the first root that holds one", async () => {
  const roots = [await scratchFolder(), await scratchFolder(mirror), await scratchFolder(mirror)];
  expect(await findMirror("5.100.0", roots)).toBe(roots[1]);
});

const mirror = { [`${aws}/5.100.0/linux_amd64/terraform-provider-aws_v5.100.0_x5`]: "" };
