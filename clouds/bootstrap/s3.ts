import type { Bootstrap, Deployment, Flaw, Foundation, Ground, Settings } from "../../lib/cloud";
import { escapeAll } from "../../lib/compose";
import type { Output } from "../../lib/schema";
import { backendOf } from "../../lib/state";
import { pinned, provider, source } from "../aws-provider";
import { options } from "./s3-options";

type Options = Output<typeof options>;
type DeployRole = Options["deploy_roles"][string];
type Json = Readonly<Record<string, unknown>>;
interface Bucket {
  readonly bucket: string;
  readonly region?: string;
  readonly kms_key_id?: string;
}

const wanted = ({ options }: Ground) => options as Options;
const bucketOf = ({ state }: Ground) => state as unknown as Bucket;
const call = ({ modules }: Foundation) => ({ source: `${modules}/state-backend` });
const versions = { required_version: ">= 1.10", required_providers: { aws: { source, version: pinned } } };

/** The bucket, its key and the deploy roles, made by the module `state-backend`; a second call of it makes the copy. */
export const s3: Bootstrap = {
  options,
  module: "state-backend",
  absent: /S3 bucket "[^"]*" does not exist/,
  flaws,
  deployments,
  root: (foundation) => ({
    main: { module: { state_backend: store(foundation), ...replica(foundation) } },
    providers: { terraform: versions, provider: { aws: providers(foundation) } },
    outputs: { output: outputs(foundation) },
  }),
};

function store(foundation: Foundation): Json {
  const { encryption, versions: kept, access_logs, lock_table, oidc, deploy_roles } = wanted(foundation);
  const { bucket, kms_key_id } = bucketOf(foundation);
  const roles = Object.entries(deploy_roles).map(([name, role]) => [name, roleOf(name, role, foundation)]);
  const given = {
    bucket,
    encryption: { ...encryption, ...(kms_key_id === undefined ? {} : { kms_key_arn: kms_key_id }) },
    versions: kept,
    access_logs,
    ...(lock_table === undefined ? {} : { lock_table }),
    ...(roles.length === 0 ? {} : { oidc, deploy_roles: Object.fromEntries(roles) }),
  };
  return { ...call(foundation), ...(escapeAll(given) as Json), ...replication(foundation) };
}

function roleOf(environment: string, { github, ...role }: DeployRole, foundation: Foundation): Json {
  const { project, environments, furtherProviders } = foundation;
  const all = [environments[environment], ...(furtherProviders[environment] ?? [])];
  const taken = new Set(all.flatMap((settings) => settings?.assume_role ?? []));
  return {
    name: roleName(project, environment),
    ...placesOf(environment, foundation),
    ...(github && { github: { ...(github.branch === undefined ? { environment } : {}), ...github } }),
    ...role,
    ...(taken.size === 0 ? {} : { assume_role_arns: [...taken] }),
  };
}

/** What pipelines deploy as: known with the account that the roles are in. */
function deployments(ground: Ground): Readonly<Record<string, Deployment>> {
  const { account, oidc, deploy_roles } = wanted(ground);
  const { region = "" } = { region: ground.region, ...bucketOf(ground) };
  const roles = Object.entries(deploy_roles).map(([name, { github, gitlab }]): [string, Deployment] => [
    name,
    {
      ...(account && { role: `arn:${partitionOf(region)}:iam::${account}:role/${roleName(ground.project, name)}` }),
      ...(github && { github: { audience: oidc.github.audience, ...inJob(name, github) } }),
      ...(gitlab && { gitlab: { audience: oidc.gitlab.audience, ref: gitlab.ref, ref_type: gitlab.ref_type } }),
    },
  ]);
  return Object.fromEntries(roles);
}

const inJob = (name: string, { environment = name, branch }: NonNullable<DeployRole["github"]>) =>
  branch === undefined ? { environment } : { branch };

/** Partitions: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const partitionOf = (region: string) =>
  region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";

const roleName = (project: string, environment: string) => `${project}-${environment}-deploy`;

/** Where an environment's state is, as the backend of its root says it; with workspaces, Terraform lists them all. */
function placesOf(environment: string, foundation: Foundation): Json {
  const { services = [undefined] } = foundation;
  const places = services.map((service) => placeOf(environment, service, foundation));
  const folders = places.flatMap(({ folder }) => folder ?? []);
  return {
    state_keys: places.map(({ key }) => key),
    ...(folders.length > 0 ? { list_prefixes: folders.map((folder) => `${folder}/`) } : {}),
  };
}

function placeOf(environment: string, service: string | undefined, { project, layout, state, region }: Foundation) {
  const own = layout === "directories" ? environment : undefined;
  const block = backendOf(state, { project, service, environment: own, region }).backend as Record<string, Settings>;
  const { key = "", workspace_key_prefix: folder } = block.s3 ?? {};
  return folder === undefined ? { key } : { key: `${folder}/${environment}/${key}`, folder };
}

const isCopied = (foundation: Foundation) => wanted(foundation).replica_region !== undefined;

const replication = (foundation: Foundation): Json =>
  isCopied(foundation)
    ? {
        replication: {
          bucket_arn: "${module.replica.s3_bucket_arn}",
          kms_key_arn: "${module.replica.kms_key_arn}",
        },
      }
    : {};

function replica(foundation: Foundation): Json {
  const { encryption, versions: kept, access_logs } = wanted(foundation);
  const bucket = `${bucketOf(foundation).bucket.slice(0, 55)}-replica`;
  const given = { bucket, encryption, versions: kept, access_logs };
  return isCopied(foundation) ? { replica: { ...call(foundation), providers: { aws: "aws.replica" }, ...given } } : {};
}

function providers(foundation: Foundation): readonly Json[] {
  const { account, assume_role, replica_region } = wanted(foundation);
  const of = (region = "") =>
    provider({ region, ...(account && { account }), ...(assume_role && { assume_role }) }, foundation.tags);
  const home = of(bucketOf(foundation).region ?? foundation.region);
  return replica_region === undefined ? [home] : [home, { alias: "replica", ...of(replica_region) }];
}

const outputs = (foundation: Foundation): Json => ({
  state_backend: { description: "The bucket of the states.", value: "${module.state_backend}" },
  ...(isCopied(foundation) ? { replica: { description: "Its copy.", value: "${module.replica}" } } : {}),
});

function flaws(ground: Ground): readonly Flaw[] {
  const { account, deploy_roles } = wanted(ground);
  const { kms_key_id = "arn:" } = bucketOf(ground);
  const key = {
    path: [],
    message: `the KMS key of the state is ${kms_key_id}`,
    help: "name it by its ARN in state.kms_key_id",
  };
  const roles = Object.keys(deploy_roles).flatMap((name) => flawOf(name, account, ground) ?? []);
  return kms_key_id.startsWith("arn:") ? roles : [key, ...roles];
}

function flawOf(name: string, home: string | undefined, { project, environments }: Ground): Flaw | undefined {
  const path = ["deploy_roles", name];
  const environment = environments[name];
  if (!environment)
    return {
      path,
      message: `there is no environment ${name}`,
      help: `deploy roles are those of environments: ${Object.keys(environments).join(", ")}`,
    };
  const { account, assume_role } = environment;
  if (home !== undefined && account !== undefined && account !== home && assume_role === undefined)
    return {
      path,
      message: `the deploy role of ${name} is in the account ${home}, but ${name} is applied to ${account}`,
      help: `give environments.${name} an assume_role of that account: the deploy role may then take it`,
    };
  const { length } = roleName(project, name);
  return length > 64
    ? {
        path,
        message: `the role ${roleName(project, name)} has ${length} characters, of 64 that IAM takes`,
        help: "give the environment a shorter name",
      }
    : undefined;
}
