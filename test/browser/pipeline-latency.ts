import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { journey } from '@skillstream/contracts';
import type { Page } from 'playwright-core';
import { generateEndlessly } from '../../packages/cli/src/sample/index.ts';
import { sendAll } from '../platform/send.ts';
import { pipelineShown } from './pipeline-shown.ts';
import type { Stage } from './stage.ts';

const POSTINGS = 12;

/** What the page showed from a moment on: of which snapshot, which postings, and how many were counted. */
type Shown = { atMs: number; snapshot: string; ids: string[]; counted: number };

/** Records in the page every change of what it shows. */
const record = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const all: Shown[] = [];
    Object.assign(globalThis, { shownUntilNow: all });
    const look = () => {
      const entries = [...document.querySelectorAll('[aria-label="Ledger"] .description-list > div')];
      const counted = entries.find((entry) => entry.querySelector('dt')?.textContent === 'counted');
      all.push({
        atMs: Date.now(),
        snapshot: document.querySelector<HTMLElement>('.pipeline')!.dataset['snapshot'] ?? '',
        ids: [...document.querySelectorAll('[aria-label="Seen last"] button')].map((one) => one.textContent),
        counted: Number(counted?.querySelector('dd')?.textContent.replaceAll(',', '')),
      });
    };
    look();
    const options = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver(look).observe(document.querySelector('.pipeline')!, options);
  });
const recorded = (page: Page): Promise<Shown[]> =>
  page.evaluate(() => (globalThis as unknown as { shownUntilNow: Shown[] }).shownUntilNow);

/** How many snapshots that were made after a time were shown before something was. */
const snapshotsBefore = (
  all: readonly Shown[],
  afterMs: number,
  holds: (shown: Shown) => boolean,
): number => {
  const first = all.findIndex(holds);
  if (first < 0) throw new Error('it was never shown');
  const before = all.slice(0, first).map(({ snapshot }) => snapshot);
  return new Set(before.filter((snapshot) => Date.parse(snapshot) > afterMs)).size;
};

const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))]!;
const summary = (name: string, values: readonly number[]) =>
  `${name}: median ${quantile(values, 0.5)}, p95 ${quantile(values, 0.95)}`;

/** How soon the page shows what the platform did. */
export const postingsAreShownSoon = ({ withPage, platform, get }: Stage): void => {
  test('a count of snapshots is 0 for what was there with the first of them, and each later one adds to it', () => {
    const at = (second: number, counted: number): Shown => {
      const snapshot = new Date(second * 1000).toISOString();
      return { atMs: 0, snapshot, ids: [], counted };
    };
    const all = [at(1, 0), at(2, 0), at(3, 0), at(3, 0), at(4, 1)];
    const counted = (shown: Shown) => shown.counted === 1;
    expect([0, 1500, 2500, 3500].map((ms) => snapshotsBefore(all, ms, counted))).toEqual([3, 2, 1, 0]);
    expect(() => snapshotsBefore(all, 0, (shown) => shown.counted === 2)).toThrow('never shown');
  });

  test('a posting is on the page within a snapshot of its acceptance, and counted there within two of its count', () =>
    withPage(async ({ show, page, faults }) => {
      await platform().settled();
      await show('/pipeline');
      const shown = pipelineShown(page);
      await shown.live();
      await record(page);
      const made = generateEndlessly(1818);
      const waits: { onPage: number[]; counted: number[] } = { onPage: [], counted: [] };
      const snapshots: { onPage: number[]; counted: number[] } = { onPage: [], counted: [] };
      for (let sent = 0; sent < POSTINGS; sent += 1) {
        const { counted } = (await recorded(page)).at(-1)!;
        const sentMs = Date.now();
        const [result] = await sendAll(platform().url, [made.next().value]);
        const id = result!.postingId;
        const isListed = ({ ids }: Shown) => ids.includes(id);
        const isCounted = (one: Shown) => one.counted > counted;
        const all = await until('the page shows it and counts it', async () => {
          const found = await recorded(page);
          return found.some(isListed) && found.some(isCounted) ? found : null;
        });
        const { steps } = journey.parse(await get(`/v1/postings/${encodeURIComponent(id)}/journey`));
        const timeOf = (name: string) => Date.parse(steps.find(({ step }) => step === name)!.at!);
        const inFacts = Math.max(timeOf('counted-in-views'), timeOf('counted-in-facts'));
        waits.onPage.push(all.find(isListed)!.atMs - sentMs);
        waits.counted.push(all.find(isCounted)!.atMs - sentMs);
        snapshots.onPage.push(snapshotsBefore(all, timeOf('accepted'), isListed));
        snapshots.counted.push(snapshotsBefore(all, inFacts, isCounted));
      }
      // Milliseconds are for the reader: on a busy machine they say how busy it is.
      process.stderr.write(
        `${POSTINGS} postings, from sending each, in ms: ${summary('on the page', waits.onPage)}; ` +
          `${summary('counted there', waits.counted)}; snapshots shown before: ` +
          `${summary('on the page', snapshots.onPage)}; ${summary('counted', snapshots.counted)}\n`,
      );
      expect(Math.max(...snapshots.onPage)).toBeLessThanOrEqual(1);
      expect(Math.max(...snapshots.counted)).toBeLessThanOrEqual(2);
      expect(faults).toEqual([]);
    }));
};
