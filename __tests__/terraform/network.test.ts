import path from "node:path";
import { Sources } from "../../lib/diagnostic";
import { synth } from "../../lib/synth";
import { toolbox } from "../../toolbox";
import { type Account, awsRequest, newAccount } from "../support/account";
import { scratchFolder } from "../support/folder";
import { awsVersions } from "../support/providers";
import { Terraform } from "../support/terraform";

const spec = `
version: 1
name: shop
region: us-east-1
environments: { dev: {}, prod: {} }
services:
  network:
    vpc: { module: vpc, existing: { tags: { Name: main }, private_subnets: { tags: { Tier: private } } } }
  data:
    database:
      module: security-group
      vpc_id: \${network.vpc.vpc_id}
      ports: { postgres: { port: 5432 } }
    replica:
      module: security-group
      only: [prod]
      vpc_id: \${network.vpc.vpc_id}
      ports: { postgres: { port: 5432, to_port: 5433 } }
      uses: { data.peer: connect }
    peer:
      module: security-group
      only: [prod]
      vpc_id: \${network.vpc.vpc_id}
      ports: { gossip: { port: 7000, protocol: udp } }
      uses: { data.replica: connect }
    cache:
      module: security-group
      existing: { tags: { Name: cache }, ports: { redis: { port: 6379 } } }
  orders:
    clients:
      module: security-group
      vpc_id: \${network.vpc.vpc_id}
      uses: { data.database: connect }
    function:
      module: lambda
      code: code
      handler: index.handler
      runtime: nodejs22.x
      vpc:
        subnet_ids: \${network.vpc.private_subnet_ids}
        security_group: { vpc_id: "\${network.vpc.vpc_id}" }
      uses: { data.database: connect, data.replica: connect, data.cache: connect }
`;

let account: Account;
let neighbours: Terraform;
let out: string;
const root = (environment: string) => new Terraform(path.join(out, "environments", environment), account.env);

beforeAll(async () => {
  account = newAccount();
  const resource = {
    aws_vpc: { main: { cidr_block: "10.0.0.0/16", tags: { Name: "main" } } },
    aws_subnet: {
      main: { vpc_id: "${aws_vpc.main.id}", cidr_block: "10.0.0.0/24", tags: { Tier: "private" } },
    },
    aws_security_group: { cache: { vpc_id: "${aws_vpc.main.id}", name: "cache", tags: { Name: "cache" } } },
  };
  neighbours = new Terraform(await scratchFolder({ "main.tf.json": { ...awsVersions, resource } }), account.env);
  await neighbours.init();
  await neighbours.apply();
  const folder = await scratchFolder({
    "groundplan.yaml": spec,
    "code/index.mjs": "export const handler = () => {};\n",
  });
  out = path.join(folder, "infrastructure");
  await synth({ spec: path.join(folder, "groundplan.yaml"), out, sources: new Sources() }, toolbox);
  for (const environment of ["dev", "prod"]) await root(environment).init();
});

/** Rules of all groups but the VPC's own: `orders-function -> data-database tcp 5432-5432`, once as in and once as out. */
async function rules(): Promise<string[]> {
  const [groups, found] = [await ask("DescribeSecurityGroups"), await ask("DescribeSecurityGroupRules")];
  const names = new Map(
    itemsOf(groups).map((one) => [
      member(one, "groupId"),
      (member(one, "groupName") ?? "").replace(/^shop-(dev|prod)-/, "").replace(/-\d+$/, ""),
    ]),
  );
  const named = (id: string | undefined) => names.get(id) ?? id;
  return itemsOf(found)
    .filter((one) => member(one, "securityGroupRuleId") !== undefined && named(member(one, "groupId")) !== "default")
    .map((one) => {
      const [own, other] = [
        named(member(one, "groupId")),
        named(/<referencedGroupInfo>.*?<groupId>([^<]+)/s.exec(one)?.[1]),
      ];
      const isOut = member(one, "isEgress") === "true";
      const ports = `${member(one, "ipProtocol")} ${member(one, "fromPort")}-${member(one, "toPort")}`;
      return isOut ? `out of ${own} to ${other} ${ports}` : `into ${own} from ${other} ${ports}`;
    })
    .sort();
}

const ask = async (action: string) => {
  const body = new URLSearchParams({ Action: action, Version: "2016-11-15" });
  const response = await awsRequest(account, "ec2", "/", { method: "POST", body });
  return response.text();
};
const itemsOf = (xml: string) => xml.split(/<item>\s*(?=<(?:ownerId|groupId|securityGroupRuleId)>)/).slice(1);
const member = (item: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(item)?.[1];

const inDev = [
  "into cache from orders-function tcp 6379-6379",
  "into data-database from orders-clients tcp 5432-5432",
  "into data-database from orders-function tcp 5432-5432",
  "out of orders-clients to data-database tcp 5432-5432",
  "out of orders-function to cache tcp 6379-6379",
  "out of orders-function to data-database tcp 5432-5432",
];

test("who uses what is reached by network is let in, and may go there, and nobody and nowhere else", async () => {
  await root("dev").apply();
  expect(await rules()).toEqual(inDev);
  expect(await root("dev").drift()).toBe("");
  await root("dev").destroy();
  expect(await rules()).toEqual([]);
});

test("so it is with what one environment has alone, and with groups that use one another", async () => {
  await root("prod").apply();
  expect(await rules()).toEqual(
    [
      ...inDev,
      "into data-peer from data-replica udp 7000-7000",
      "into data-replica from data-peer tcp 5432-5433",
      "into data-replica from orders-function tcp 5432-5433",
      "out of data-peer to data-replica tcp 5432-5433",
      "out of data-replica to data-peer udp 7000-7000",
      "out of orders-function to data-replica tcp 5432-5433",
    ].sort(),
  );
  expect(await root("prod").drift()).toBe("");
  await root("prod").destroy();
  expect(await root("prod").stateList()).toEqual([]);
});
