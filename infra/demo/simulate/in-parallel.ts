/** Runs `work` for each item, `width` at a time. */
export async function inParallel<T>(
  list: readonly T[],
  work: (one: T) => Promise<void>,
  width = 6,
): Promise<void> {
  const left = list.values();
  const workers = Array.from({ length: width }, async () => {
    for (const one of left) await work(one);
  });
  await Promise.all(workers);
}
