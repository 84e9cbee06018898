import { series } from "../../../clouds/aws-alarms";
import { boolean, map, object, optional, string } from "../../../lib/schema";
import { fewColumns, fewWidgets } from "./rules";

const title = (description: string) =>
  string({ pattern: "^[^\\n]+$", message: "one line", maxLength: 255, description });

/** Limits of graphs: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html */
const widget = object({
  title: title("Title of the graph."),
  metrics: map(series, {
    minProperties: 1,
    maxProperties: 500,
    description: "Lines of the graph, by a name of the caller's.",
  }),
  y_label: optional(string({ minLength: 1, description: "What the left axis counts." })),
  stacked: boolean({ default: false, description: "Whether the lines are areas on top of one another." }),
});

/** One row. */
export const row = object({
  title: title("Title above the graphs."),
  widgets: map(widget, {
    minProperties: 1,
    description: "Graphs, side by side in the order of their keys; those of one key are below one another in all rows.",
  }),
});

export const dashboard = object(
  {
    region: string({
      pattern: "^[a-z]{2}(-[a-z]+)+-[0-9]{1,2}$",
      message: "an AWS region such as us-east-1",
      description: "Region of the metrics.",
    }),
    rows: map(row, { default: {}, description: "Rows of graphs, from top to bottom in the order of their keys." }),
  },
  { rules: [fewWidgets, fewColumns], description: "A dashboard with the states of all alarms, and graphs below." },
);
