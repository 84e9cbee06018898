import { string } from "../../lib/schema";

export const outputs = {
  cluster_name: string({ description: "Name of the cluster." }),
  cluster_arn: string({ description: "ARN of the cluster." }),
};
