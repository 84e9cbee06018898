import { registry } from "../../modules";
import { renderedModules } from "../support/modules";
import { initialised } from "./module-roots";

const rejects = "tests/rejects.tftest.json";

/** The module without its rules, and the first of its tests that refuse a value. */
async function lax(name: string) {
  const parsed = async (file: string) => JSON.parse((await renderedModules())[file] as string);
  const [variables, tests] = [`modules/${name}/variables.tf.json`, `modules/${name}/${rejects}`];
  const { variable } = (await parsed(variables)) as { variable: Record<string, Record<string, unknown>> };
  const { run, ...rest } = (await parsed(tests)) as { run: Record<string, unknown> };
  const free = Object.entries(variable).map(([input, { validation: _, ...type }]) => [input, type]);
  return {
    [variables]: { variable: Object.fromEntries(free) },
    [tests]: { ...rest, run: Object.fromEntries(Object.entries(run).slice(0, 1)) },
  };
}

describe.each([...registry.keys()])("the tests that the module %s ships", (name) => {
  test("pass: its examples plan, and every bad value is refused", async () => {
    const module = await initialised(`modules/${name}`);
    expect(await module.test()).toMatch(/^Success! [1-9]\d* passed, 0 failed\.$/m);
  });

  test("would fail without its rules", async () => {
    const module = await initialised(`modules/${name}`, await lax(name));
    await expect(module.test(`-filter=${rejects}`)).rejects.toThrow("Missing expected failure");
  });
});
