import { randomBytes } from "node:crypto";
import { readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lambdaLimits, packageFolder, previewPackage } from "../../lib/package";
import { packageInChild } from "./child";
import { diagnosticsOf, messagesOf } from "./problems";
import { useScratch } from "./scratch";

const scratch = useScratch();
const source = (folder: string) => ({ folder, name: "f", into: join(scratch.root, "out") });
const generous = { unzipped: Infinity, zipped: Infinity, files: 2 };

test("the limits are those that AWS Lambda reports in its own errors", () => {
  expect(lambdaLimits).toEqual({ unzipped: 262144000, zipped: 52428800, files: 65535 });
});

test("a folder may be as large as the limit and not a byte more, before anything is read", async () => {
  const folder = scratch.fill("code", { a: "12345", b: "67890" });
  await packageFolder(source(folder), { ...generous, unzipped: 10 });
  expect(await messagesOf(packageFolder(source(folder), { ...generous, unzipped: 9 }))).toEqual([
    `The code folder "${folder}" holds 10 bytes; a package may hold 9 bytes unzipped.`,
  ]);
});

test("a folder may hold as many files as the limit says and not one more", async () => {
  const folder = scratch.fill("code", { a: "", b: "" });
  await packageFolder(source(folder), generous);
  expect(await messagesOf(packageFolder(source(folder), { ...generous, files: 1 }))).toHaveLength(1);
});

test("a folder beyond the quota of AWS is refused by default", async () => {
  const folder = scratch.fill("code", { a: "" });
  truncateSync(join(folder, "a"), 262144001);
  expect(await messagesOf(previewPackage(source(folder)))).toEqual([expect.stringMatching(/holds 262144001 bytes/)]);
});

test("a package too large to upload points to S3 and leaves nothing behind", async () => {
  const folder = scratch.fill("code", { a: randomBytes(2000) });
  const { size } = await previewPackage(source(folder));
  const tooSmall = { ...generous, zipped: size - 1 };
  const [problem] = await diagnosticsOf(packageFolder(source(folder), tooSmall));
  expect(problem?.message).toBe(
    `The package of "${folder}" is larger than ${size - 1} bytes, the most that can be uploaded.`,
  );
  expect(problem?.help).toContain("code: { s3:");
  expect(readdirSync(join(scratch.root, "out"))).toEqual([]);
  expect(await messagesOf(previewPackage(source(folder), tooSmall))).toHaveLength(1);
  expect((await packageFolder(source(folder), { ...generous, zipped: size })).size).toBe(size);
});

test("a folder of 200 MB is packaged in bounded memory", () => {
  const megabyte = 1024 ** 2;
  const folder = scratch.fill("code", { noise: randomBytes(20 * megabyte) });
  for (let n = 0; n < 8; n++) writeFileSync(join(folder, `part${n}`), "");
  for (let n = 0; n < 8; n++) truncateSync(join(folder, `part${n}`), 23 * megabyte);
  const { size, growth } = packageInChild(folder, join(scratch.root, "out"), { flags: ["--max-old-space-size=64"] });
  expect(size).toBeGreaterThan(20 * megabyte);
  expect(growth).toBeLessThan(100 * megabyte);
}, 60_000);
