import type { Page } from 'playwright-core';

/** What a page takes once all that it has dropped is collected. */
export type PageMemory = { heapBytes: number; nodes: number; listeners: number };

/** Reads the memory of a page, after its garbage was collected. */
export const memoryOf = async (page: Page): Promise<PageMemory> => {
  const session = await page.context().newCDPSession(page);
  // What the first collection finalizes, the second one frees.
  for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize: heapBytes } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { heapBytes, nodes, listeners };
};
