import type { Ref } from "../../lib/expression";
import type { Output } from "../../lib/schema";
import type { inputs } from "./inputs";

type Plain = Output<typeof inputs>;
type PlainAlarm = Plain["alarms"][string];
type PlainRecipient = Plain["notify"]["critical"][string];

/** What the module's body sees of its inputs. */
export type Inputs = Ref<Plain>;
/** One alarm. */
export type Alarm = Ref<PlainAlarm>;
/** The metrics of one alarm's expression, by id. */
export type Queries = NonNullable<PlainAlarm["math"]>["metrics"];
/** One metric, as an alarm or a graph names it. */
export type Metric = Ref<Queries[string]>;
/** One alarm that is made of others. */
export type CompositeAlarm = Ref<Plain["composite_alarms"][string]>;
/** Who is told, by name. */
export type Recipients = Record<string, PlainRecipient>;
/** One of them. */
export type Recipient = Ref<PlainRecipient>;
/** The functions among them, by name. */
export type Functions = Record<string, NonNullable<PlainRecipient["lambda"]>>;
type PlainDashboard = NonNullable<Plain["dashboard"]>;
type PlainRow = PlainDashboard["rows"][string];
type PlainGraph = PlainRow["widgets"][string];

/** The dashboard, where there is one. */
export type Dashboard = Ref<PlainDashboard>;
/** Its rows, in their order. */
export type Rows = PlainRow[];
/** One of them. */
export type Graph = Ref<PlainGraph>;
/** One line of a graph. */
export type Series = Ref<PlainGraph["metrics"][string]>;
