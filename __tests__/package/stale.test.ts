import { readdirSync } from "node:fs";
import { join } from "node:path";
import { packageFolder, removeStale } from "../../lib/package";
import { useScratch } from "./scratch";

const scratch = useScratch();

test("removes packages that are not kept, and nothing that is not ours", async () => {
  const folder = scratch.fill("code", { a: "" });
  const into = scratch.fill("out", {
    "orders-0123456789abcdef.zip": "",
    ".orders-0123456789abcdef.zip.partial": "",
    "users-0123456789abcdef.zip/inside": "",
    "orders-0123.zip": "",
    "mine.zip": "",
    "orders-0123456789abcdef.zip.bak": "",
  });
  const { file } = await packageFolder({ folder, into, name: "orders" });
  expect(await removeStale(into, new Set([file]))).toEqual([
    join(into, ".orders-0123456789abcdef.zip.partial"),
    join(into, "orders-0123456789abcdef.zip"),
  ]);
  expect(readdirSync(into)).toHaveLength(5);
  expect(await removeStale(into, new Set([file]))).toEqual([]);
});

test("has nothing to do where no packages are", async () => {
  expect(await removeStale(join(scratch.root, "missing"), new Set())).toEqual([]);
});
