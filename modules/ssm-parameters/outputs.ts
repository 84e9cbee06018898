import { map, string } from "../../lib/schema";

export const outputs = {
  ssm_parameter_names: map(string(), { description: "Names of the parameters, by key." }),
  ssm_parameter_arns: map(string(), { description: "ARNs of the parameters, by key." }),
};
