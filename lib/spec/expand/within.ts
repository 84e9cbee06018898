import type { LocatedEntry, LocatedList } from "../../source";
import type { Context } from "../context";
import { readOnly } from "../only";

/** The environments of `only` where there are more than one around a component: those that all of them have. */
export function narrowed(
  context: Context,
  what: string,
  outer: LocatedEntry | undefined,
  inner: LocatedEntry | undefined,
): LocatedEntry | undefined {
  if (!outer || !inner) return inner ?? outer;
  const [around, own] = [readOnly(context, outer), readOnly(context, inner)];
  const both = own.filter((name) => around.includes(name));
  if (inner.value.kind !== "list" || both.length === own.length) return inner;
  if (both.length > 0) return { ...inner, value: among(inner.value, both) };
  const help = `what is around it is only in ${around.join(", ")}`;
  context.report.add(inner.value.location, `the \`only\` of ${what} leaves no environment`, help);
  return inner;
}

const among = (list: LocatedList, names: readonly string[]): LocatedList => ({
  ...list,
  items: list.items.filter((item) => item.kind === "scalar" && names.includes(item.text)),
});
