import {
  blocks,
  Dynamic,
  each,
  equals,
  expr,
  forList,
  forMap,
  forOne,
  hcl,
  literal,
  orNull,
  presentIf,
  reference,
  text,
  when,
} from "../../lib/expression";

const names = reference<string[]>("var.names");
const groups = reference<Record<string, { words: Record<string, string[]> }>>("var.groups");
const mode = reference<string | undefined>("var.mode");
const one = (dynamic: unknown, iterator = "it") => {
  const { forEach, content } = dynamic as Dynamic<unknown>;
  return [forEach, hcl(content(iterator))];
};

test.each([
  [forList(names, (item, key) => text`${key}${item}`), '[for key, item in var.names : "${key}${item}"]'],
  [forMap(names, (item) => item), "{for key, item in var.names : key => item}"],
  [forOne(mode, (it) => ({ it })), '(var.mode != null ? [{"it" = var.mode}] : [])'],
  [orNull(mode, (it) => text`<${it}>`), '(var.mode == null ? null : "<${var.mode}>")'],
  [equals(mode, "a"), '(var.mode == "a")'],
  [presentIf(equals(mode, "a")), '((var.mode == "a") ? true : null)'],
])("written for Terraform: %s", (ref, printed) => {
  expect(hcl(ref)).toBe(printed);
});

test("a for inside a for has variables of its own, though both are called item", () => {
  const all = forList(groups, ({ words }, group) =>
    forMap(words, (list, word) => forList(list, (item) => [group, word, item])),
  );
  expect(hcl(all)).toBe(
    "[for key, item in var.groups : {for key2, item2 in item.words : key2 => [for key3, item3 in item2 : [key, key2, item3]]}]",
  );
});

test("a for that is done leaves its names to the next, even when its body throws", () => {
  expect(() => forList(names, () => expr`${Number.NaN}`)).toThrow("NaN");
  expect(hcl([forList(names, (item) => item), forList(names, (item) => item)])).toBe(
    "[[for key, item in var.names : item], [for key, item in var.names : item]]",
  );
});

test("each repeats a block for what only Terraform knows", () => {
  expect(one(each(names, (value, key) => ({ value, key })))).toEqual([
    "var.names",
    '{"value" = it.value, "key" = it.key}',
  ]);
});

test("when makes one block of a whole list, not one per entry", () => {
  const ids = reference<string[] | undefined>("var.ids");
  expect(one(when(ids, (list) => ({ list })))).toEqual(["var.ids != null ? [var.ids] : []", '{"list" = it.value}']);
});

test("a block that depends on a condition repeats by that condition", () => {
  expect(one(when(presentIf(expr`${mode} == "a"`), () => ({ a: 1 })))[0]).toBe(
    '(var.mode == "a") ? [(var.mode == "a") ? true : null] : []',
  );
});

test("entries of a known map come in Terraform's order: by the bytes of their keys", () => {
  const keys = ["b", "a", "10", "9", "Z", "é", "😀", "\uffee"];
  const map = literal(Object.fromEntries(keys.map((key) => [key, key])));
  const expected = ["10", "9", "Z", "a", "b", "é", "\uffee", "😀"];
  expect(hcl(forList(map, (_, key) => key))).toBe(hcl(expected));
  expect((each(map, (_, key) => ({ key })) as { key: unknown }[]).map(({ key }) => `${key}`)).toEqual(expected);
});

test("entries of a known list are numbered from zero, by numbers", () => {
  expect(hcl(forList(literal(["a", "b"]), (item, key) => [key, item]))).toBe('[[0, "a"], [1, "b"]]');
});

test.each([
  ["when", when(literal<string | undefined>(undefined), () => ({})), undefined],
  ["each", each(literal<string[]>([]), () => ({})), []],
])("%s makes no block of nothing", (_, made, expected) => {
  expect(made).toEqual(expected);
});

test.each([
  ["orNull", orNull(literal<string | undefined>(undefined), (it) => text`<${it}>`), "null"],
  ["orNull of a template", orNull(text`${mode}`, (it) => text`<${it}>`), '"<${var.mode}>"'],
  ["forOne", forOne(literal<string | undefined>(undefined), (it) => it), "[]"],
  ["forOne", forOne(literal("a"), (it) => it), '["a"]'],
  ["presentIf", presentIf(literal(false)), "null"],
  ["presentIf", presentIf(literal(true)), "true"],
  ["equals", equals(literal<string | undefined>(undefined), "a"), "false"],
  ["equals", equals(literal("a"), "a"), "true"],
  ["equals of a string that Terraform evaluates", equals(literal("${var.a}"), "a"), '("${var.a}" == "a")'],
  ["equals of text", equals(text`x${mode}`, "xa"), '("x${var.mode}" == "xa")'],
])("%s of a known value", (_, ref, printed) => {
  expect(hcl(ref)).toBe(printed);
});

test("a known collection may hold references", () => {
  const map = literal({ a: names, b: literal("x") }) as never;
  expect(hcl(forMap(map, (item) => item))).toBe('{"a" = var.names, "b" = "x"}');
});

test("blocks stay in the order in which they are given", () => {
  const all = blocks<unknown>({ a: 1 }, each(names, (name) => ({ name })) as never, undefined);
  expect(all).toEqual([{ a: 1 }, expect.any(Dynamic), undefined]);
});
