import { defineModule } from "../../lib/module";
import { connections } from "./connections";
import { complete, errors, minimal, pager, queue, rejected, tickets, traffic } from "./examples";
import { inputs } from "./inputs";
import { outputs } from "./outputs";
import { wording } from "./wording";

const recipients = ["https", "sqs", "lambda", "action"];
const told = ["critical", "warning"].flatMap((severity) => recipients.map((kind) => `notify.${severity}.*.${kind}`));

/** Monitoring. */
export const monitoring = defineModule({
  name: "monitoring",
  summary: "Alarms, whom they are told to, metrics made of logs, and a dashboard of it all.",
  inputs,
  outputs,
  naming: { input: "name", scope: "account" },
  connections,
  flows: { in: ["log_metric_filters.*.log_group_name"], out: told, aside: ["alarms", "dashboard"] },
  wording,
  examples: { minimal, complete, errors, traffic, queue, pager, tickets },
  rejected,
  construct: () => import("./construct").then(({ Monitoring }) => Monitoring),
});
