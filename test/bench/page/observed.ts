import type { Page } from 'playwright-core';

/** What the browser observed of a page since it was opened, in milliseconds. */
export type Observed = {
  /** First and largest contentful paint, after the navigation began. */
  fcpMs: number;
  lcpMs: number;
  /** Each task of the main thread that took longer than 50 ms. */
  longTasksMs: number[];
  /** Each interaction, from the input to the next paint; one that took less than 16 ms is not among them. */
  interactionsMs: number[];
};

/** Observes from the first moment of each page of a context; runs in the page, and is read by `observedOf`. */
export const observe = (): void => {
  const seen: Observed = { fcpMs: 0, lcpMs: 0, longTasksMs: [], interactionsMs: [] };
  (globalThis as unknown as { observed: unknown }).observed = seen;
  const byId = new Map<number, number>();
  const on = (type: string, take: (entry: PerformanceEntry) => void, more: object = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      ...{ type, buffered: true },
      ...more,
    });
  on('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.fcpMs = startTime;
  });
  on('largest-contentful-paint', ({ startTime }) => (seen.lcpMs = startTime));
  on('longtask', ({ duration }) => seen.longTasksMs.push(duration));
  on(
    'event',
    (entry) => {
      const { interactionId } = entry as PerformanceEventTiming;
      if (interactionId === 0) return;
      byId.set(interactionId, Math.max(byId.get(interactionId) ?? 0, entry.duration));
      seen.interactionsMs = [...byId.values()];
    },
    // The least that a browser reports.
    { durationThreshold: 16 },
  );
};

/** Two frames, after which what was painted last is observed, too. */
const painted = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100))),
      ),
  );

/** What was observed until now, of a page in whose context `observe` is an init script. */
export const observedOf = async (page: Page): Promise<Observed> => {
  await painted(page);
  return page.evaluate(() => (globalThis as unknown as { observed: Observed }).observed);
};
