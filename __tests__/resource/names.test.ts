import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { terraformName } from "../../lib/resource/names";

const bindings = join(dirname(require.resolve("@cdktf/provider-aws/package.json")), "lib");

/** `hash_key: cdktf.stringToTerraform(struct.hashKey)`, or `this._hashKey` in a resource; not the twins for HCL. */
const mapping = /^ +(\w+): (?!.*Hcl).*\((?:struct\.|this\._)(\w+)(?:\.internalValue)?\),?$/gm;

const files = readdirSync(bindings, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".js") && !file.startsWith("provider/"))
  .map((file) => ({ file, text: readFileSync(join(bindings, file), "utf8") }));

/** Every member of every resource, data source and block, with its Terraform name. */
const members = files.flatMap(({ file, text }) =>
  [...text.matchAll(mapping)].map(([, terraform = "", member = ""]) => ({ file, terraform, member })),
);

test("every member of the bindings has its Terraform name", () => {
  expect(members.filter(({ terraform, member }) => terraformName(member) !== terraform)).toEqual([]);
});

test("all of the bindings were looked at", () => {
  expect(members.length).toBeGreaterThan(30_000);
  expect(members).toContainEqual({ file: "sqs-queue/index.js", terraform: "delay_seconds", member: "delaySeconds" });
  expect(members.some(({ file }) => file.includes("index-structs"))).toBe(true);
});
