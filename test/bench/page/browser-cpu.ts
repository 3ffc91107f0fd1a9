import type { Browser } from 'playwright-core';

/** CPU seconds of the renderers and of the whole browser, which draws in software where there is no GPU. */
export type BrowserCpu = { renderers: number; all: number };

/** Begins to measure the CPU time of a browser's processes. @returns what they took since */
export const startBrowserCpu = async (browser: Browser): Promise<() => Promise<BrowserCpu>> => {
  const session = await browser.newBrowserCDPSession();
  const read = async () => (await session.send('SystemInfo.getProcessInfo')).processInfo;
  const before = new Map((await read()).map(({ id, cpuTime }) => [id, cpuTime]));
  return async () => {
    const now = (await read()).map(({ id, type, cpuTime }) => ({
      type,
      seconds: Math.max(0, cpuTime - (before.get(id) ?? 0)),
    }));
    await session.detach();
    const sum = (of: typeof now) => of.reduce((all, { seconds }) => all + seconds, 0);
    return { renderers: sum(now.filter(({ type }) => type === 'renderer')), all: sum(now) };
  };
};
