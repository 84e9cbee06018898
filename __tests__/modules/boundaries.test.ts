import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { registry } from "../../modules";

jest.mock("cdktf", () => {
  throw new Error("cdktf was loaded");
});

const root = join(__dirname, "../..");

/** Path and text of every source file below a folder of the repository. */
const sources = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => [join(folder, file), readFileSync(join(root, folder, file), "utf8")] as const);

const importsOf = (text: string) => [...text.matchAll(/from "([^"]+)"|import\("([^"]+)"\)/g)].map(([, a, b]) => a ?? b);

test("the registry loads without cdktf; only a construct needs it", async () => {
  const [module] = [...registry.values()];
  await expect(module?.construct()).rejects.toThrow("cdktf was loaded");
});

test.each(sources("lib"))("%s imports no module", (_, text) => {
  expect(importsOf(text).filter((path) => /^(\.\.\/)+modules(\/|$)/.test(path ?? ""))).toEqual([]);
});

describe.each([...registry.keys()])("%s", (name) => {
  // lambda-existing has the outputs and edges of lambda.
  test.each(sources(join("modules", name)))("%s imports nothing of a module that it is no kind of", (file, text) => {
    const below = file.split("/").length - 2;
    const outside = new RegExp(`^(?:\\.\\./){${below}}(?!\\.\\./)([^/]+)`);
    const others = importsOf(text).flatMap((path) => outside.exec(path ?? "")?.[1] ?? []);
    expect(others.filter((other) => !name.startsWith(`${other}-`))).toEqual([]);
  });

  test.each(sources(join("modules", name)))("%s imports bindings one by one: all of them cost seconds", (_, text) => {
    expect(importsOf(text)).not.toContain("@cdktf/provider-aws");
  });
});
