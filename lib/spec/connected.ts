/**
 * The strongly connected components of a graph, by Tarjan's algorithm: each node is in one, together with all nodes
 * that it leads to and that lead back to it.
 */
export function connected<T>(nodes: readonly T[], next: (node: T) => readonly T[]): readonly (readonly T[])[] {
  const found: T[][] = [];
  const lowest = new Map<T, number>();
  const open: T[] = [];
  const visit = (node: T): number => {
    const known = lowest.get(node);
    if (known !== undefined) return known;
    const index = lowest.size;
    lowest.set(node, index);
    open.push(node);
    const low = Math.min(index, ...next(node).map(visit));
    if (low === index) {
      const group = open.splice(open.lastIndexOf(node));
      for (const one of group) lowest.set(one, Number.POSITIVE_INFINITY);
      found.push(group);
    } else lowest.set(node, low);
    return low;
  };
  for (const node of nodes) visit(node);
  return found;
}
