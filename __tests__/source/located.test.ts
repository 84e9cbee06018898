import { locate, locateKey } from "../../lib/source";
import { parsed } from "./support";

const text = "a:\n  b: [x, {c: yy}]\n";
const written = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

test.each([
  [["a", "b", "0"], "x"],
  [["a", "b", "1", "c"], "yy"],
  [["a", "b", "1"], "{c: yy}"],
  [["a", "b", "1", "missing"], "{c: yy}"],
  [["a", "b", "7", "c"], "[x, {c: yy}]"],
  [["a", "b", "0", "deeper"], "x"],
  [["nothing"], text.trimEnd()],
])("the value at %j, or its nearest ancestor", (path, expected) => {
  expect(written(locate(parsed(text), path))).toBe(expected);
});

test.each([
  [["a", "b"], "b"],
  [["a", "b", "1", "c"], "c"],
  [["a", "b", "1"], "{c: yy}"],
  [["a", "missing"], "a"],
])("the key at %j, or of its nearest ancestor", (path, expected) => {
  expect(written(locateKey(parsed(text), path))).toBe(expected);
});
