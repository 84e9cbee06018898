import { type Address, component, components, defineModule, type Module, parts, type Said } from "../../lib/module";
import { integer, isRecord, map, object, optional, string } from "../../lib/schema";
import { echo } from "./echo";

/** An echo that can be watched. */
const watched = defineModule({
  ...echo,
  name: "watched",
  pack: {
    thresholds: object({ most: integer({ default: 3 }) }, { default: {} }),
    alarms: ({ address, inputs, thresholds, output }) => ({
      loud: {
        text: `${address} above ${thresholds.most} of ${(inputs as { count_of?: number }).count_of ?? "?"}`,
        name: output("text"),
      },
    }),
    signals: ({ address }) => ({ noise: { [address]: {} } }),
  },
});

const found = (address: unknown, find: (one: Address) => readonly { output: (name: string) => unknown }[]) =>
  find(address as Address).map((one) => one.output("text"));

/** An echo that names others. */
const caller = defineModule({
  ...echo,
  name: "caller",
  wording: {
    fields: {
      to: optional(component("Whom it calls.", ["echo", "watched"])),
      watch: components("What it watches."),
      except: parts("What it does not."),
      entries: map(object({ x: optional(string()) }), { default: {} }),
    },
    inputs({ to, watch = [], except = [], ...said }, { find, builtin, refuse }) {
      const alarms = (watch as Address[])
        .flatMap(find)
        .flatMap(({ address, watch }) =>
          Object.entries(watch()?.alarms ?? {}).map(([name, alarm]) => [`${address}.${name}`, alarm] as const),
        );
      const left = (except as Address[]).filter((one) => !alarms.some(([name]) => one.matches(name)));
      for (const one of left) refuse(one, `nothing is called ${one.text}`, "look again");
      const kept = alarms.filter(([name]) => !(except as Address[]).some((one) => one.matches(name)));
      const entries = kept.map(([name, alarm]) => [name, { x: (alarm as { name: unknown }).name }]);
      return {
        ...said,
        words: to === undefined ? [] : found(to, find),
        text: builtin("region"),
        labels: Object.fromEntries(kept.map(([name, alarm]) => [name, (alarm as { text: unknown }).text])),
        entries: { ...Object.fromEntries(entries), ...(isRecord(said.entries) ? (said.entries as Said) : {}) },
      };
    },
  },
});

/** Echoes that name one another. */
export const callers: ReadonlyMap<string, Module> = new Map<string, Module>(
  [echo, watched, caller].map((one) => [one.name, one as unknown as Module] as const),
);
