import { Terraform } from "../../support/terraform";
import { cases, type Store } from "./kinds";
import { addressIn, environments, initialized, type Root } from "./project";
import { refusalOf } from "./refusal";

describe.each(cases)("$kind.name, $layout", ({ kind, layout, place }) => {
  let store: Store | undefined;
  let roots: Readonly<Record<string, Root>>;
  beforeAll(async () => {
    store = await kind.start();
    roots = await initialized(store, layout);
  });
  afterAll(() => store?.stop());

  const root = (environment: string) => roots[environment] as Root;
  const plan = ({ terraform, values }: Root) => terraform.plan(...values);

  test.each(environments)("%s applies, and plans nothing afterwards", async (environment) => {
    const { terraform, values } = root(environment);
    await terraform.apply(...values);
    expect(await terraform.drift(...values)).toBe("");
  });

  test("the server has one state for each environment, at a place of its own", async () => {
    expect(await store?.places()).toEqual(environments.map(place));
  });

  test.each(environments)("the state of %s has what is of it, and nothing else", async (environment) => {
    const { terraform } = root(environment);
    expect(await terraform.stateList()).toEqual([addressIn(layout)]);
    expect((await terraform.output()).s_c).toMatchObject({ given: { name: `shop-${environment}-s-c` } });
    const { resources } = await pulled(root(environment));
    expect(resources.map(({ instances: [first] }) => first?.attributes.input.value)).toEqual([
      `shop-${environment}-s-c`,
    ]);
  });

  test("while the lock of dev is held, a plan of dev is refused, and of staging is not", async () => {
    const { terraform, values } = root("dev");
    const release = await terraform.holdLock("-destroy", ...values);
    expect(await refusalOf(plan(root("dev")))).toMatch(kind.refusal);
    await plan(root("staging"));
    await release();
    await plan(root("dev"));
  });

  if (kind.outlives)
    test("the lock of one who was killed stays, and force-unlock with its id takes it off", async () => {
      const { terraform, values } = root("dev");
      await terraform.abandonLock("-destroy", ...values);
      const [, id = ""] = kind.refusal.exec(await refusalOf(plan(root("dev")))) ?? [];
      expect(id).toBe(await store?.lockId?.());
      await terraform.run("force-unlock", "-force", id);
      await plan(root("dev"));
    });
  else
    test("the lock of one who was killed goes with it", async () => {
      const { terraform, values } = root("dev");
      await terraform.abandonLock("-destroy", ...values);
      await plan(root("dev"));
    });

  if (layout === "workspaces")
    test("in a workspace that the spec lacks, a plan is refused; the workspace goes again", async () => {
      const { terraform, values } = root("dev");
      const anywhere = new Terraform(terraform.folder, store?.env);
      await anywhere.run("workspace new", "qa");
      expect(await refusalOf(anywhere.plan(...values))).toContain(
        'The workspace is "qa", the values are those of dev.',
      );
      await anywhere.run("workspace select", "dev");
      await anywhere.run("workspace delete", "qa");
      expect(await store?.places()).toEqual(environments.map(place));
    });

  test("dev is destroyed, and the states of the others are what they were", async () => {
    const others = () => Promise.all(["prod", "staging"].map((name) => pulled(root(name))));
    const before = await others();
    const { terraform, values } = root("dev");
    await terraform.destroy(...values);
    expect(await terraform.stateList()).toEqual([]);
    expect(await others()).toEqual(before);
    expect(new Set(before.map(({ lineage }) => lineage)).size).toBe(before.length);
  });
});

interface Pulled {
  readonly serial: number;
  readonly lineage: string;
  readonly resources: readonly { instances: readonly { attributes: { input: { value: string } } }[] }[];
}

/** What a state holds; the rest of it is in no order. */
async function pulled({ terraform }: Root): Promise<Pulled> {
  const { serial, lineage, resources } = JSON.parse((await terraform.run("state pull")).stdout) as Pulled;
  return { serial, lineage, resources };
}
