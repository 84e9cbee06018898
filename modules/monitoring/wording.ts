import type { Signal } from "../../clouds/aws-packs";
import {
  type Address,
  components,
  type Neighbour,
  parts,
  type Said,
  type Surroundings,
  type Watch,
  type Wording,
} from "../../lib/module";
import { map, object, optional } from "../../lib/schema";
import { inputs } from "./inputs";
import { row } from "./inputs/dashboard";

/** What a dashboard shows of each service, side by side. */
const graphs: Readonly<Record<Signal, object>> = {
  errors: { title: "Errors", y_label: "per period" },
  latency: { title: "Latency", y_label: "ms" },
  saturation: { title: "Saturation", y_label: "per period" },
  traffic: { title: "Traffic", y_label: "per period" },
};

/** Components that are watched: their alarms, and a row of the dashboard for each service. */
export const wording: Wording = {
  fields: {
    watch: components("Components that are watched, by address or pattern: orders.table, orders.*, *."),
    except: parts(
      "Alarms of theirs that are left out, by address or pattern: orders.function.throttles, *.*.latency_p95.",
    ),
    alarms: inputs.properties.alarms,
    dashboard: optional(
      object(
        {
          rows: map(row, {
            default: {},
            description: "Rows of graphs besides those of services, in order of their keys.",
          }),
        },
        { description: "What the dashboard shows besides; what is watched is shown by itself." },
      ),
    ),
  },
  adds: ["alarms"],
  inputs({ watch = [], except = [], dashboard, alarms = {}, ...said }, surroundings) {
    const watched = watchedBy(watch as readonly Address[], surroundings);
    const generated = alarmsOf(watched, except as readonly Address[], surroundings);
    const rows = { ...rowsOf(watched), ...(dashboard as { readonly rows?: Said } | undefined)?.rows };
    const isShown = watched.length > 0 || dashboard !== undefined;
    return {
      ...said,
      alarms: { ...generated, ...(alarms as Said) },
      ...(isShown ? { dashboard: { region: surroundings.builtin("region"), rows } } : {}),
    };
  },
};

interface Watched extends Watch {
  readonly address: string;
  readonly service: string;
}

function watchedBy(watch: readonly Address[], { find }: Surroundings): readonly Watched[] {
  const found = new Map(watch.flatMap(find).map((one): [string, Neighbour] => [one.address, one]));
  return [...found.values()].flatMap(({ address, service, watch }) => {
    const watched = watch();
    return watched ? { address, service, ...watched } : [];
  });
}

/** Alarms by the address of the component and their own name; an exception that is none is refused. */
function alarmsOf(watched: readonly Watched[], except: readonly Address[], { refuse }: Surroundings): Said {
  const all = watched.flatMap(({ address, alarms }) =>
    Object.entries(alarms).map(([name, alarm]): [string, object] => [`${address}.${name}`, alarm]),
  );
  const names = all.map(([name]) => name);
  for (const one of except)
    if (!names.some((name) => one.matches(name)))
      refuse(one, `no alarm that is watched matches "${one.text}"`, known(names));
  return Object.fromEntries(all.filter(([name]) => !except.some((one) => one.matches(name))));
}

const known = (alarms: readonly string[]) =>
  alarms.length === 0 ? "`watch` names no component that has alarms" : `alarms are ${alarms.join(", ")}`;

function rowsOf(watched: readonly Watched[]): Said {
  const services = [...new Set(watched.map(({ service }) => service))];
  return Object.fromEntries(
    services.map((service) => [
      service,
      rowOf(
        service,
        watched.filter((one) => one.service === service),
      ),
    ]),
  );
}

function rowOf(title: string, watched: readonly Watched[]): Said {
  const widgets = Object.entries(graphs).flatMap(([signal, graph]) => {
    const metrics = Object.assign({}, ...watched.map(({ signals }) => signals[signal]));
    return Object.keys(metrics).length > 0 ? [[signal, { ...graph, metrics }] as const] : [];
  });
  return { title, widgets: Object.fromEntries(widgets) };
}
