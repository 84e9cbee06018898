import { createColors } from "picocolors";
import type { Explanation } from "../commands/explain";
import type { Step } from "../session";
import { table } from "../table";
import type { ExplainedEdge } from "./edges";

/** An explanation for people: what the component is, its values, its edges. */
export function printExplanation(explanation: Explanation, color: boolean): string {
  const { bold } = createColors(color);
  const sections: [string, string][] = [
    [
      "Values",
      table(
        explanation.values.flatMap((value) => valueRows(value, explanation)),
        "  ",
      ),
    ],
    ["Uses", explanation.uses.map(edge).join("")],
    [
      "Used by",
      table(
        explanation.usedBy.map(({ address, access }) => [address, access.join(", ")]),
        "  ",
      ),
    ],
    ["Permissions", table(explanation.permissions.map(permission), "  ")],
    [
      "Managed policies",
      table(
        explanation.managedPolicies.map((one) => [one]),
        "  ",
      ),
    ],
  ];
  const shown = sections.filter(([, text]) => text !== "").map(([title, text]) => `\n${bold(title)}\n${text}`);
  return `${bold(explanation.address)}\n${head(explanation)}${shown.join("")}`;
}

const head = ({ module, name, environments, existing, place: where, via = [], ...place }: Explanation) =>
  table(
    [
      ["module", module],
      ...(name === "" ? [] : [["name", name]]),
      ["environments", environments.join(", ")],
      ...(existing === undefined ? [] : [["existing in", existing.join(", ")]]),
      ...(where === undefined ? [] : [["place", where]]),
      ["written at", written(place)],
      ...via.map((step) => ["", stepText(step)]),
    ],
    "  ",
  );

const written = ({ file, line }: { readonly file?: string; readonly line?: number }) =>
  file === undefined ? "" : `${file}:${line}`;

const stepText = ({ message, ...place }: Step) => `${message} at ${written(place)}`;

type Value = Explanation["values"][number];

/** One row per value; where environments differ, one per origin. The way of the component itself is not told again. */
const valueRows = ({ path, origins }: Value, { environments: all, via: known = [] }: Explanation): string[][] => {
  const told = new Set(known.map(stepText));
  return origins.map(({ environments, value, layer, via = [], ...place }, i) => [
    i === 0 ? path : "",
    environments.length === all.length ? "" : environments.join(", "),
    shown(value),
    layer,
    [written(place), ...via.map(stepText).filter((step) => !told.has(step))].join(", "),
  ]);
};

const LONGEST = 60;

/** A value on one line: a text as it is where that is clear, anything else as JSON. */
export function shown(value: unknown): string {
  const text = typeof value === "string" && value.trim() === value && value !== "" ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function edge({ target, access, actions, keyActions, part, conditions, variables, letInBy }: ExplainedEdge): string {
  const details = [
    ["actions", actions.join(", ")],
    ["on its key", keyActions.join(", ")],
    ["conditions", conditions ? JSON.stringify(conditions) : ""],
    ...Object.entries(variables).map(([name, output]) => [name, `${target}.${output}`]),
    ["let in by", letInBy.map((output) => `${target}.${output}`).join(", ")],
  ].filter(([, text]) => text !== "");
  return `${table([[target, [...access, ...(part ? [`on ${part}`] : [])].join(" ")]], "  ")}${table(details, "    ")}`;
}

const permission = ({ actions, resources, conditions }: Explanation["permissions"][number]) => [
  actions.join(", "),
  `on ${[resources].flat().join(", ")}`,
  conditions ? JSON.stringify(conditions) : "",
];
