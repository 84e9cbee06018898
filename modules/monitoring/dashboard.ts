import {
  type Expression,
  expr,
  forList,
  json,
  literal,
  omitNull,
  orNull,
  type Part,
  type Ref,
  text,
} from "../../lib/expression";
import { namespaceOf } from "./alarm";
import type { Dashboard, Graph, Inputs, Rows, Series } from "./types";

// Widgets and their properties: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html

const width = 24;
const titleHeight = 1;
const graphHeight = 6;
/** What one widget shows of alarms, and how many of them are side by side. */
const alarms = { most: 100, columns: 6 };

/** The body of a dashboard: the states of all alarms, then rows of graphs, those of one key below one another. */
export function bodyOf({ name }: Inputs, { region, rows }: Dashboard, arns: Expression<string[]>): Ref<string> {
  const groups = expr<string[][]>`chunklist(${arns}, ${alarms.most})`;
  const heights = forList(groups, heightOf);
  const top = expr<number>`sum(concat([0], ${heights}))`;
  const keys = forList(rows, ({ widgets }) => expr<string[]>`keys(${widgets})`);
  const columns = expr<string[]>`sort(distinct(flatten(${keys})))`;
  const column = expr<number>`floor(${width} / max(1, length(${columns})))`;
  const below = forList(expr<Rows>`values(${rows})`, ({ title, widgets }, i) => {
    const y = expr<number>`${top} + ${i} * ${titleHeight + graphHeight}`;
    const graphs = forList(widgets, (graph, key) => ({
      type: "metric",
      x: expr<number>`index(${columns}, ${key}) * ${column}`,
      y: expr<number>`${y} + ${titleHeight}`,
      width: column,
      height: graphHeight,
      properties: propertiesOf(graph, region, name),
    }));
    return expr<object[]>`concat([${titleOf(title, y)}], ${graphs})`;
  });
  return json({ widgets: expr`concat(${forList(groups, alarmsOf)}, flatten(${below}))` });
}

const heightOf = (arns: Expression<string[]>) => expr<number>`1 + ceil(length(${arns}) / ${alarms.columns})`;

/** All groups before one are full. */
const alarmsOf = (arns: Expression<string[]>, i: Expression<number>) => ({
  type: "alarm",
  x: 0,
  y: expr<number>`${i} * ${1 + Math.ceil(alarms.most / alarms.columns)}`,
  width,
  height: heightOf(arns),
  properties: { title: "Alarms", alarms: arns },
});

const titleOf = (title: Expression<string>, y: Expression<number>): Ref<object> =>
  literal({ type: "text", x: 0, y, width, height: titleHeight, properties: { markdown: text`## ${title}` } });

const propertiesOf = (
  { title, metrics, y_label, stacked }: Graph,
  region: Expression<string>,
  own: Expression<string>,
) =>
  omitNull({
    title,
    region,
    view: "timeSeries",
    stacked,
    metrics: forList(metrics, (series) => lineOf(series, own)),
    yAxis: orNull(y_label, (label) => literal<Part>({ left: { label } })),
  });

/** A line: namespace, name, dimensions by name and value, and how it is drawn. */
function lineOf(series: Series, own: Expression<string>): Ref<unknown[]> {
  const { name, dimensions, statistic, label, axis } = series;
  const pairs = forList(dimensions, (value, key) => [key, value]);
  const drawn = omitNull({ stat: statistic, label, yAxis: axis });
  return expr`concat([${namespaceOf(series, own)}, ${name}], flatten(${pairs}), [${drawn}])`;
}
