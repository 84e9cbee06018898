import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CodeFolder, type Component, variablesOf } from "../../lib/spec";
import { exampleFolder as folder, loadFrom } from "./project";

const { components } = loadFrom();
const functions = [...components.values()].filter(({ module }) => module.name === "lambda");

/** The code folder of a function, and the file in it that holds its handler. */
function codeOf({ values }: Component): { readonly folder: string; readonly file: string; readonly name: string } {
  const { code, handler } = values.prod as { code: { filename: CodeFolder }; handler: string };
  const [file, name] = handler.split(".") as [string, string];
  return { folder: code.filename.folder, file: `${file}.mjs`, name };
}

test("dev has all but the audit trail", () => {
  const addresses = [...components.values()].filter(({ environments }) => !environments.includes("dev"));
  expect(addresses.map(({ address }) => address)).toEqual(["orders.audit", "orders.audit-function"]);
});

test.each(functions.map((component) => [component.address, component] as const))(
  "the handler of %s exists",
  (_, one) => {
    const { folder, file, name } = codeOf(one);
    expect(readFileSync(join(folder, file), "utf8")).toMatch(
      new RegExp(`^export (const|async function) ${name}\\b`, "m"),
    );
  },
);

test("the functions find in their environment what their code reads there", () => {
  const given = functions.map((component) => ({
    folder: codeOf(component).folder,
    names: component.uses.flatMap((use) => Object.keys(variablesOf(use, components))),
  }));
  for (const { folder } of given) {
    const names = given.filter((one) => one.folder === folder).flatMap((one) => one.names);
    const read = [...textOf(folder).matchAll(/process\.env\.(\w+)/g)].map(([, name]) => name);
    expect(names).toEqual(expect.arrayContaining(read));
  }
});

test("both services have the same http.mjs", () => {
  const [users, orders] = ["users", "orders"].map((name) => readFileSync(join(folder, "services", name, "http.mjs")));
  expect(users).toEqual(orders);
});

const textOf = (folder: string) =>
  readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
