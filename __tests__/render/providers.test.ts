import { HEAD, rendered } from "./rendered";

const ROLE = "arn:aws:iam::111122223333:role/deploy";
const spec = (components: string, more = "") => `${HEAD}environments:
  dev: {}
  prod: { region: eu-west-1, account: 111122223333, assume_role: "${ROLE}" }
${more}
services: { a: { ${components} } }`;

const edge = spec("b: { module: echo }, c: { module: echo, region: us-west-2 }");
const dns = "accounts: { dns: { account: 222233334444, assume_role: 'arn:aws:iam::222233334444:role/dns' } }";
const second = "regions: { second: { region: us-west-2, environments: { prod: { region: eu-central-1 } } } }";

const providersOf = async (text: string, environment: string) =>
  (await rendered(text)).at(`environments/${environment}/providers.tf.json`, "provider", "aws");

const tags = (environment: string) => [
  { tags: { Project: "shop", Environment: environment, ManagedBy: "groundplan" } },
];

describe("a component in another region", () => {
  test("has a provider beside that of each environment, in the same account by the same role", async () => {
    expect(await providersOf(edge, "dev")).toEqual([
      { region: "us-east-1", default_tags: tags("dev") },
      { alias: "us_west_2", region: "us-west-2", default_tags: tags("dev") },
    ]);
    const account = { allowed_account_ids: ["111122223333"], assume_role: [{ role_arn: ROLE }] };
    expect(await providersOf(edge, "prod")).toEqual([
      { region: "eu-west-1", ...account, default_tags: tags("prod") },
      { alias: "us_west_2", region: "us-west-2", ...account, default_tags: tags("prod") },
    ]);
  });

  test("is given it through the composition, and others are given nothing", async () => {
    const tree = await rendered(edge);
    expect(tree.at("environments/dev/main.tf.json", "module", "system", "providers")).toEqual({
      aws: "aws",
      "aws.us_west_2": "aws.us_west_2",
    });
    const { configuration_aliases } = tree.at("versions.tf.json", "terraform", "required_providers", "aws") as {
      configuration_aliases: string[];
    };
    expect(configuration_aliases).toEqual(["aws.us_west_2"]);
    expect(tree.at("main.tf.json", "module", "a_c", "providers")).toEqual({ aws: "aws.us_west_2" });
    expect(tree.at("main.tf.json", "module", "a_b", "providers")).toBeUndefined();
  });

  test("leaves roots without such components as they are", async () => {
    const tree = await rendered(spec("b: { module: echo }"));
    expect(tree.at("environments/dev/main.tf.json", "module", "system", "providers")).toBeUndefined();
    expect(tree.at("environments/dev/providers.tf.json", "provider", "aws")).toEqual({
      region: "us-east-1",
      default_tags: tags("dev"),
    });
    expect(
      tree.at("versions.tf.json", "terraform", "required_providers", "aws", "configuration_aliases"),
    ).toBeUndefined();
  });

  test("has it once for all of them, under the name of the region if it has one", async () => {
    const text = spec("b: { module: echo, region: second }, c: { module: echo, region: second }", second);
    const regions = async (environment: string) =>
      ((await providersOf(text, environment)) as { alias?: string; region: string }[]).map(
        ({ alias = "", region }) => `${alias} ${region}`,
      );
    expect(await regions("dev")).toEqual([" us-east-1", "second us-west-2"]);
    expect(await regions("prod")).toEqual([" eu-west-1", "second eu-central-1"]);
  });

  test("a region with a name keeps its provider where no component is in it", async () => {
    const text = spec("b: { module: echo }", "regions: { us-west-2: us-west-2 }");
    expect(await providersOf(text, "dev")).toContainEqual(expect.objectContaining({ alias: "us_west_2" }));
  });
});

describe("a component in another account", () => {
  const zone = (more = "") => spec(`b: { module: echo, account: dns${more} }`, `${dns}\n${second}`);
  const alias = async (text: string, environment: string, name: string) =>
    ((await providersOf(text, environment)) as { alias?: string }[]).find((one) => one.alias === name);

  test("has a provider of that account, by the role into it, in the region of the environment", async () => {
    expect(await alias(zone(), "prod", "dns")).toEqual({
      alias: "dns",
      region: "eu-west-1",
      allowed_account_ids: ["222233334444"],
      assume_role: [{ role_arn: "arn:aws:iam::222233334444:role/dns" }],
      default_tags: tags("prod"),
    });
  });

  test("and in any other, where it says so as well", async () => {
    expect(await alias(zone(", region: second"), "prod", "dns_second")).toMatchObject({
      region: "eu-central-1",
      allowed_account_ids: ["222233334444"],
    });
  });

  test("assumes no role of the environment, which is one of another account", async () => {
    const text = spec("b: { module: echo, account: dns }", "accounts: { dns: { account: 222233334444 } }");
    expect(await alias(text, "prod", "dns")).not.toHaveProperty("assume_role");
  });

  test("environments may have different ones", async () => {
    const accounts = "accounts: { dns: { account: 222233334444, environments: { prod: { account: 333344445555 } } } }";
    const text = spec("b: { module: echo, account: dns }", accounts);
    const ids = await Promise.all(["dev", "prod"].map((environment) => alias(text, environment, "dns")));
    expect(ids).toMatchObject([{ allowed_account_ids: ["222233334444"] }, { allowed_account_ids: ["333344445555"] }]);
  });
});

describe("with workspaces", () => {
  const providers = async (text: string) =>
    (await rendered(text.replace("version: 1", "version: 1\nlayout: workspaces"))).at(
      "providers.tf.json",
      "provider",
      "aws",
    );

  test("what a provider does not set itself is that of the environment", async () => {
    const inherited = { allowed_account_ids: "${var.account == null ? null : [var.account]}" };
    expect(await providers(edge)).toMatchObject([
      { region: "${var.region}", ...inherited },
      { alias: "us_west_2", region: "us-west-2", ...inherited, dynamic: { assume_role: expect.anything() } },
    ]);
  });

  test("what differs is chosen by the environment", async () => {
    const text = spec("b: { module: echo, account: dns, region: second }", `${dns}\n${second}`);
    const found = (await providers(text)) as Record<string, unknown>[];
    expect(found.find((one) => one.alias === "dns_second")).toMatchObject({
      region: '${{"dev" = "us-west-2", "prod" = "eu-central-1"}[var.environment]}',
      allowed_account_ids: ["222233334444"],
      assume_role: [{ role_arn: "arn:aws:iam::222233334444:role/dns" }],
    });
  });
});

test("an account in another region in some environments is where they are in the others", async () => {
  const accounts = "accounts: { dns: { account: 222233334444, environments: { prod: { region: eu-north-1 } } } }";
  const text = spec("b: { module: echo, account: dns, text: '${region}' }", accounts);
  const region = '${{"dev" = "us-east-1", "prod" = "eu-north-1"}[var.environment]}';
  expect(await providersOf(text, "dev")).toContainEqual(expect.objectContaining({ alias: "dns", region: "us-east-1" }));
  expect((await rendered(text)).at("main.tf.json", "module", "a_b", "text")).toBe(region);
  const tree = await rendered(text.replace("version: 1", "version: 1\nlayout: workspaces"));
  expect(tree.at("providers.tf.json", "provider", "aws", "1")).toMatchObject({ alias: "dns", region });
});

test("what a role is named is data", async () => {
  const role = "arn:aws:iam::222233334444:role/${x}";
  const text = spec(
    "b: { module: echo, account: dns }",
    `accounts: { dns: { account: 222233334444, assume_role: '${role}' } }`,
  );
  const found = JSON.stringify(await providersOf(text, "dev"));
  expect(found).toContain("role/$${x}");
});

describe("built-in references of a component that is elsewhere", () => {
  const text = async (component: string) =>
    (await rendered(spec(`b: { module: echo, ${component} }`, `${dns}\n${second}`))).at(
      "main.tf.json",
      "module",
      "a_b",
      "text",
    );

  test.each([
    ["region: us-west-2, text: 'in ${region}'", "in us-west-2"],
    ["region: second, text: '${region}'", '${{"dev" = "us-west-2", "prod" = "eu-central-1"}[var.environment]}'],
    ["region: us-west-2, text: '${account}'", "${data.aws_caller_identity.current.account_id}"],
    ["account: dns, text: '${account}'", "222233334444"],
    ["account: dns, text: '${region}'", "${var.region}"],
    ["account: dns, region: us-west-2, text: '${account} ${region}'", "222233334444 us-west-2"],
  ])("%s", async (component, expected) => {
    expect(await text(component)).toBe(expected);
  });

  test("are those of its place in the values of one environment too", async () => {
    const values = "b: { module: echo, region: second, environments: { prod: { text: 'in ${region}' } } }";
    const tree = await rendered(spec(values, second));
    expect(tree.at("environments/prod/main.tf.json", "module", "system", "a_b")).toEqual({ text: "in eu-central-1" });
  });

  test("of another account need no look at the environment's own", async () => {
    const tree = await rendered(spec("b: { module: echo, account: dns, text: '${account}' }", dns));
    expect(tree.at("main.tf.json", "data")).toBeUndefined();
  });
});

describe("tags", () => {
  const tagged = `${HEAD}tags: { CostCenter: "4711" }
environments: { dev: {}, prod: { tags: { CostCenter: "4712", Owner: "a+b@example.com" } } }
services: { a: { b: { module: echo } } }`;

  test("of the project and of an environment are on everything in it", async () => {
    const own = { Project: "shop", ManagedBy: "groundplan" };
    expect(await providersOf(tagged, "dev")).toMatchObject({
      default_tags: [{ tags: { ...own, Environment: "dev", CostCenter: "4711" } }],
    });
    expect(await providersOf(tagged, "prod")).toMatchObject({
      default_tags: [{ tags: { ...own, Environment: "prod", CostCenter: "4712", Owner: "a+b@example.com" } }],
    });
  });

  test("are those of the environment that is planned, where all have one root", async () => {
    const provider = (await rendered(`layout: workspaces\n${tagged}`)).at("providers.tf.json", "provider", "aws");
    expect(provider).toMatchObject({
      default_tags: [
        {
          tags: '${merge({"Project" = "shop", "Environment" = "${var.environment}", "ManagedBy" = "groundplan", "CostCenter" = "4711"}, {"dev" = {"CostCenter" = "4711"}, "prod" = {"CostCenter" = "4712", "Owner" = "a+b@example.com"}}[var.environment])}',
        },
      ],
    });
  });
});
