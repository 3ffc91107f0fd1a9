/** An open loop: when each posting is due is fixed by the rate, whatever became of those before it. */
export type Schedule = { perSecond: number; total: number };

/** When a posting is due, in milliseconds after the beginning; `index` counts from 0. */
export const dueAtMs = (index: number, { perSecond }: Schedule): number => (index * 1000) / perSecond;

/** How many postings are due after so many milliseconds, those before included. */
export const dueBy = (elapsedMs: number, { perSecond, total }: Schedule): number => {
  if (elapsedMs < 0) return 0;
  const count = Math.min(total, Math.floor((elapsedMs * perSecond) / 1000) + 1);
  // The product may be rounded up to the next whole number.
  return count > 0 && dueAtMs(count - 1, { perSecond, total }) > elapsedMs ? count - 1 : count;
};
