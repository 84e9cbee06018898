import { atMostOneOf, exactlyOneOf, map, object, optional, string } from "../../lib/schema";
import { account, region, role } from "../aws-provider";
import { accessLogs, encryption, github, gitlab, lockTable, oidc, rights, versions } from "./s3-inputs";

const deployRole = object(
  {
    github: optional(
      object(github.fields, {
        rules: [atMostOneOf("environment", "branch")],
        description: `${github.description} Its environment has the environment's own name, if it names no branch.`,
      }),
    ),
    gitlab,
    ...rights,
  },
  { rules: [exactlyOneOf("github", "gitlab")] },
);

/** What a spec may say of the bucket of its states, beside `state`. */
export const options = object(
  {
    account: optional(string({ ...account, description: "The only AWS account that the bucket may be made in." })),
    assume_role: optional(string({ ...role, description: "Role that makes the bucket." })),
    encryption: object(encryption, { default: {}, description: "Encryption." }),
    versions,
    access_logs: accessLogs,
    replica_region: optional(string({ ...region, description: "Region of a copy of all states; no copy if absent." })),
    lock_table: lockTable,
    oidc,
    deploy_roles: map(deployRole, { default: {}, description: "Roles that pipelines deploy with, by environment." }),
  },
  { description: "How the store of the states is made." },
);
