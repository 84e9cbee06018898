import { list, string } from "../../lib/schema";

export const outputs = {
  vpc_id: string({ description: "ID of the VPC." }),
  vpc_arn: string({ description: "ARN of the VPC." }),
  vpc_cidr_block: string({ description: "Its first IPv4 range." }),
  private_subnet_ids: list(string(), { description: "IDs of its private subnets, sorted." }),
  public_subnet_ids: list(string(), { description: "IDs of its public subnets, sorted." }),
};
