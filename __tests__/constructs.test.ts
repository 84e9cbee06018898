import * as constructs from "../constructs";
import { registry } from "../modules";

test.each([...registry.values()])("the construct of $name is exported", async (module) => {
  expect(Object.values(constructs)).toContain(await module.construct());
});
