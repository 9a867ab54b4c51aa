/**
 * Gives what a generator gives, which goes on working while its values are not asked for yet, until so many of them wait. Ends the
 * generator when the reader stops early.
 */
export async function* workAhead<T>(source: AsyncGenerator<T>, { most }: { most: number }): AsyncGenerator<T> {
  const waiting: T[] = [];
  let wake: () => void = () => undefined;
  let sleep = new Promise<void>((resolve) => (wake = resolve));
  const changed = (): void => {
    wake();
    sleep = new Promise((resolve) => (wake = resolve));
  };
  let isWanted = true;
  let isDone = false;
  const working = (async () => {
    try {
      for await (const value of source) {
        waiting.push(value);
        changed();
        while (isWanted && waiting.length >= most) await sleep;
        if (!isWanted) return;
      }
    } finally {
      isDone = true;
      changed();
    }
  })();
  working.catch(() => undefined);
  try {
    for (;;) {
      while (waiting.length > 0) {
        const value = waiting.shift() as T;
        changed();
        yield value;
      }
      if (isDone) break;
      await sleep;
    }
  } finally {
    isWanted = false;
    changed();
    await working;
  }
}
