/** How many files are open at a time: enough to keep a disk busy, far below what systems allow. */
const batchSize = 64;

/**
 * Does the same work for every item, some at a time; the results come in the order of the items. The first failure ends
 * it, once all that has begun is over: nothing goes on behind the back of whoever handles the failure.
 */
export async function inBatches<T, R>(items: readonly T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += batchSize) {
    const batch = items.slice(start, start + batchSize);
    const settled = await Promise.allSettled(batch.map((item, offset) => work(item, start + offset)));
    for (const outcome of settled) {
      if (outcome.status === "rejected") throw outcome.reason;
      results.push(outcome.value);
    }
  }
  return results;
}
