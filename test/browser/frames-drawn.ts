import type { Browser, Page } from 'playwright-core';

type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  tdur?: number;
  args?: { name?: string };
};

/** What a page drew, and the longest task of its main thread, by the CPU time that it took. */
export type Drawn = {
  seconds: number;
  /** Frames in which the dots of the pipeline were drawn. */
  dotFrames: number;
  /** All frames of the page, whatever changed in them. */
  pageFrames: number;
  longestTaskMs: number;
};

const categories = [
  ...['toplevel', 'devtools.timeline', 'devtools.timeline.frame'],
  ...['disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.frame'],
];
const MAIN_THREAD = 'CrRendererMain';

const dotFramesOf = (page: Page) =>
  page.evaluate(() => Number(document.querySelector('canvas')?.dataset['frames'] ?? 0));

/**
 * Traces a page, the only one of its browser, while something goes on. The CPU time of a task is what it costs,
 * whatever else the machine does; its duration is not.
 */
export const drawnDuring = async (
  browser: Browser,
  page: Page,
  meanwhile: () => Promise<unknown>,
): Promise<Drawn> => {
  const before = await dotFramesOf(page);
  await browser.startTracing(page, { categories });
  const startedMs = performance.now();
  await meanwhile();
  const dotFrames = (await dotFramesOf(page)) - before;
  const seconds = (performance.now() - startedMs) / 1000;
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const threads = new Set(
    trace.traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === MAIN_THREAD)
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const tasks = trace.traceEvents.filter(
    ({ name, ph, pid, tid }) => name.endsWith('RunTask') && ph === 'X' && threads.has(`${pid}/${tid}`),
  );
  return {
    ...{ seconds, dotFrames },
    pageFrames: trace.traceEvents.filter(({ name }) => name === 'DrawFrame').length,
    longestTaskMs: tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur), 0) / 1000,
  };
};
