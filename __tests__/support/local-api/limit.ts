import { setTimeout } from "node:timers/promises";

/** What a promise comes to, or something else where that takes longer than so many milliseconds. */
export async function within<T>(milliseconds: number, promise: Promise<T>, otherwise: T): Promise<T> {
  const answered = new AbortController();
  const late = setTimeout(milliseconds, otherwise, { signal: answered.signal });
  try {
    return await Promise.race([promise, late]);
  } finally {
    late.catch(() => undefined);
    answered.abort();
  }
}
