import { registry } from "../../modules";
import { rendered } from "./rendered";

const keeping = [...registry.values()].filter(({ stores }) => stores !== undefined);

test("tables keep data", () => {
  expect(keeping.map(({ name }) => name)).toContain("dynamodb");
});

test.each(keeping)("$name makes every type that it keeps data in", async (module) => {
  const { resource } = await rendered(module);
  expect(Object.keys(resource)).toEqual(expect.arrayContaining([...(module.stores ?? [])]));
});
