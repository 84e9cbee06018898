import type { Login } from "../lib/cloud";
import { shellWord } from "../lib/diagnostic";
import { string } from "../lib/schema";
import { role } from "./aws-provider";

/**
 * Jobs take IAM roles by OpenID Connect: the action of AWS on GitHub; on GitLab, what every SDK of AWS reads.
 * https://github.com/aws-actions/configure-aws-credentials https://docs.gitlab.com/ci/cloud_services/aws/
 */
export const login: Login = {
  role: string({ ...role, description: "ARN of an IAM role." }),
  audience: { github: "sts.amazonaws.com", gitlab: "https://gitlab.com" },
  github: ({ role, audience, region, session }) => ({
    uses: "aws-actions/configure-aws-credentials@v6.1.1",
    with: { "role-to-assume": role, "role-session-name": session, audience, "aws-region": region },
  }),
  gitlab: ({ role, session }) => ({
    token: "AWS_ID_TOKEN",
    script: [
      `export AWS_ROLE_ARN=${shellWord(role)} AWS_ROLE_SESSION_NAME=${session}`,
      `export AWS_WEB_IDENTITY_TOKEN_FILE="$(mktemp)"`,
      `printf '%s' "$AWS_ID_TOKEN" > "$AWS_WEB_IDENTITY_TOKEN_FILE"`,
    ],
  }),
};
