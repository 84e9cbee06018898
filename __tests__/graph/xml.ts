/** One piece of an XML document: what stands in `<>`, or a text, in which `&` begins an entity. */
const piece =
  /<\?[^?]*\?>|<!DOCTYPE[^>]*>|<!--(?:(?!--)[\s\S])*-->|<\/(?<close>[\w:]+)\s*>|<(?<open>[\w:]+)(?:\s+[\w:-]+="(?:[^<&"]|&[\w#]+;)*")*\s*(?<empty>\/)?>|(?:[^<&]|&[\w#]+;)+/gy;

/** What XML 1.0 cannot hold, even as an entity: https://www.w3.org/TR/xml/#charsets */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Why a text is not well-formed XML; undefined where it is. */
export function fault(text: string): string | undefined {
  const open: string[] = [];
  let end = 0;
  for (const { 0: whole, index, groups = {} } of text.matchAll(piece)) {
    end = index + whole.length;
    if (groups.close && open.pop() !== groups.close) return `</${groups.close}> closes nothing`;
    if (groups.open && !groups.empty) open.push(groups.open);
  }
  if (forbidden.test(text)) return "a character that XML cannot hold";
  if (end < text.length) return `cannot be read from ${JSON.stringify(text.slice(end, end + 40))}`;
  return open.length > 0 ? `<${open.at(-1)}> is left open` : undefined;
}
