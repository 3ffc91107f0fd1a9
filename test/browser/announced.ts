import type { Page } from 'playwright-core';

type Heard = { announced?: string[] };

/**
 * Records from now on what a screen reader would read out of a page by itself: the text of each live region that
 * changes, or comes with a text.
 * @returns what it has heard until it is called
 */
export const hearAnnounced = async (page: Page): Promise<() => Promise<string[]>> => {
  await page.evaluate(() => {
    const LIVE = ':is([role="status"], [role="alert"], [role="log"], [aria-live]):not([aria-live="off"])';
    const heard: string[] = [];
    (globalThis as Heard).announced = heard;
    const hear = (region: Element | null | undefined) => {
      const text = region?.textContent?.trim();
      if (text) heard.push(text);
    };
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const around = element?.closest(LIVE);
        if (around) hear(around);
        else
          for (const node of addedNodes)
            if (node instanceof Element)
              [...(node.matches(LIVE) ? [node] : []), ...node.querySelectorAll(LIVE)].forEach(hear);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (globalThis as Heard).announced ?? []);
};
