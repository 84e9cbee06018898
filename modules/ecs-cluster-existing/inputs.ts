import { byName } from "../../clouds/existing/inputs";
import { exactlyOneOf, object } from "../../lib/schema";

/** Names of clusters: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html */
const name = { pattern: "^[A-Za-z0-9_-]+$", message: "letters, digits, _ -", maxLength: 255 } as const;

export const inputs = object(byName("cluster", name), { rules: [exactlyOneOf("name", "tags", "ssm_parameter")] });
