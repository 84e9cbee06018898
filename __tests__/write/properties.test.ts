import { rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { compare } from "../../lib/write";
import { changes, contents, type Files, put, sync, treeOf, useRoot } from "./scratch";

const at = useRoot();

const text = fc.oneof(
  fc.constantFrom("", "1", "2", "a\nb\n"),
  fc.json({ maxDepth: 2 }).map((json) => `${json}\n`),
);
const path = fc.constantFrom("a.json", "b.json", "c.md", "x/a.json", "x/c.md", "x/y/d.md", "z/e.json", "z/f.md");
const files: fc.Arbitrary<Files> = fc.dictionary(path, text);
const edits: fc.Arbitrary<Files> = fc.dictionary(fc.oneof(path, fc.constantFrom("mine", "x/mine", "u/mine")), text);

let run = 0;
const freshRoot = () => join(at.outside, `run${run++}`);
const sorted = (tree: Files) => Object.keys(tree).sort();

test("after writing a tree, all of it is unchanged, and a second run changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(files, files, async (first, second) => {
      const root = freshRoot();
      await sync(root, first);
      expect(await sync(root, second)).toMatchObject({ refused: [] });
      expect(await compare(root, treeOf(second))).toEqual(changes({ unchanged: sorted(second) }));
      const expected = contents(root);
      await sync(root, second);
      expect(contents(root)).toEqual(expected);
      expect(sorted(expected)).toEqual(sorted(second));
    }),
    { numRuns: 60 },
  );
});

test("whatever the user writes is still there, unless it said what we would write", async () => {
  await fc.assert(
    fc.asyncProperty(files, edits, files, async (first, user, second) => {
      const root = freshRoot();
      await sync(root, first);
      put(root, user);
      const before = contents(root);
      const done = await sync(root, second).catch(() => undefined);
      const after = contents(root);
      if (!done) expect(after).toEqual(before);
      for (const [name, content] of Object.entries(user))
        if (!saysTheSame(name, content, first)) expect(after[name]).toBe(content);
    }),
    { numRuns: 150 },
  );
});

test("force ends in the tree and the files that are the user's own", async () => {
  await fc.assert(
    fc.asyncProperty(files, edits, files, async (first, user, second) => {
      const root = freshRoot();
      await sync(root, first);
      put(root, user);
      await sync(root, second, { force: true });
      const own = Object.keys(user).filter((name) => !(name in first));
      expect(sorted(contents(root))).toEqual([...new Set([...sorted(second), ...own])].sort());
      expect(await compare(root, treeOf(second))).toEqual(changes({ unchanged: sorted(second) }));
    }),
    { numRuns: 60 },
  );
});

test("comparing with force tells the very same, refusals aside", async () => {
  await fc.assert(
    fc.asyncProperty(files, edits, files, async (first, user, second) => {
      const root = freshRoot();
      await sync(root, first);
      put(root, user);
      rmSync(join(root, "a.json"), { force: true });
      const { refused, ...plain } = await compare(root, treeOf(second));
      const forced = await compare(root, treeOf(second), { force: true });
      const all = (lists: readonly string[][]) => lists.flat().sort();
      expect(all([[...forced.update], [...forced.remove]])).toEqual(
        all([[...plain.update], [...plain.remove], refused.map((refusal) => refusal.path)]),
      );
      expect([forced.create, forced.unchanged, forced.refused]).toEqual([plain.create, plain.unchanged, []]);
    }),
    { numRuns: 60 },
  );
});

/** Whether a user's text is, to us, the text that we wrote there before. */
function saysTheSame(name: string, content: string, before: Files): boolean {
  const ours = before[name];
  if (ours === undefined) return false;
  if (content === ours) return true;
  if (!name.endsWith(".json")) return false;
  try {
    expect(JSON.parse(content)).toEqual(JSON.parse(ours));
    return true;
  } catch {
    return false;
  }
}
