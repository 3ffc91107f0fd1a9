import { describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { journey, ledger, pipelineState, type PipelineState } from '@skillstream/contracts';
import { generateEndlessly } from '../../packages/cli/src/sample/index.ts';
import { sendAll } from '../platform/send.ts';
import { pipelineShown } from './pipeline-shown.ts';
import { shownCount, shownLedger } from './shown.ts';
import type { Stage } from './stage.ts';

/** The rows of the tables of partitions, as the page writes them. */
export const partitionsOf = ({ topics }: PipelineState): string[][] =>
  topics.flatMap(({ topic, consumers }) =>
    consumers.flatMap(({ group, partitions }) =>
      partitions.map(({ partition, owner, position, end, lag, oldestSeconds }) => [
        ...[topic, group, String(partition), owner ?? 'nobody'],
        ...[position, end, lag].map(shownCount),
        oldestSeconds === null ? 'no data' : `${oldestSeconds} s`,
      ]),
    ),
  );

/** The page of the pipeline while everything works. */
export const pipelineIsShown = ({ withPage, platform, get }: Stage): void => {
  const made = generateEndlessly(1616);
  /** Sends one posting, by itself. @returns its id */
  const sendOne = async (): Promise<string> => {
    const [sent] = await sendAll(platform().url, [made.next().value]);
    return sent!.postingId;
  };

  describe('the pipeline', () => {
    test('numbers on the page are those of GET /v1/pipeline and of the ledger, when nothing moves', () =>
      withPage(async ({ show, page, faults }) => {
        await platform().settled();
        await show('/pipeline');
        const shown = pipelineShown(page);
        await shown.live();
        await until('nothing is behind', async () => {
          const state = pipelineState.parse(await get('/v1/pipeline'));
          const behind = state.topics.flatMap(({ consumers }) => consumers).filter(({ lag }) => lag > 0);
          return behind.length === 0 && state.ledger?.idle && state.services.every(({ rates }) => rates);
        });
        let state = pipelineState.parse(await get('/v1/pipeline'));
        expect(partitionsOf(state).length).toBeGreaterThan(0);
        await until('the page has the same numbers', async () => {
          state = pipelineState.parse(await get('/v1/pipeline'));
          return JSON.stringify(await shown.partitions()) === JSON.stringify(partitionsOf(state));
        });
        const { total } = ledger.parse(await get('/v1/ledger'));
        expect(await shown.figures('Ledger')).toEqual(shownLedger({ total }));
        expect(state.ledger?.total).toEqual(total);
        const relay = state.services
          .flatMap(({ replicas }) => replicas)
          .find(({ snapshot }) => snapshot?.relay?.leading);
        expect(await shown.figures('ingestion')).toMatchObject({ outbox: '0', relay: relay?.replica });
        expect(await shown.figures('gateway')).toMatchObject({ 'circuit breakers': 'all closed' });
        for (const { service, replicas } of state.services)
          for (const { replica } of replicas) expect(await shown.textOf(service)).toContain(replica);
        await shown.nothingIsWrong();
        expect(faults).toEqual([]);
      }));

    test('a posting that is sent meanwhile is seen as a dot, is counted, and the keyboard leads to its journey', () =>
      withPage(async ({ show, page, faults, violations }) => {
        await show('/pipeline');
        const shown = pipelineShown(page);
        await shown.live();
        const before = (await shown.figures('Ledger'))['counted'];
        const id = await sendOne();
        await until('it is drawn', async () => (await shown.drawn()).dots > 0);
        const first = await shown.drawn();
        const button = page.getByRole('list', { name: 'Seen last' }).getByRole('button', { name: id });
        await until('it is listed', async () => (await button.count()) === 1);
        await until('it is counted', async () => {
          const { total } = ledger.parse(await get('/v1/ledger'));
          const counted = (await shown.figures('Ledger'))['counted'];
          return counted !== before && counted === shownCount(total.counted);
        });
        const last = await shown.drawn();
        expect(last.frames - first.frames).toBeLessThanOrEqual(((last.atMs - first.atMs) * 15) / 1000 + 2);

        await page.getByLabel('Id of a posting').focus();
        await until('the focus is on the posting', async () => {
          await page.keyboard.press('Tab');
          return button.evaluate((element) => element === document.activeElement);
        });
        await page.keyboard.press('Enter');
        const panel = page.getByRole('region', { name: 'Journey', exact: true });
        await until('the journey has ended', async () =>
          (await panel.textContent())?.includes('Counted, in views and facts'),
        );
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(`Journey of ${id}`);
        const { steps } = journey.parse(await get(`/v1/postings/${encodeURIComponent(id)}/journey`));
        const rows = await panel
          .locator('tbody tr')
          .evaluateAll((all) =>
            all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)),
          );
        expect(rows.map(([step, , , , where, record]) => [step, where, record])).toEqual(
          steps.map(({ step, service, replica, topic, partition, offset }) => [
            step.replaceAll('-', ' '),
            `${service}/${replica}`,
            topic === null ? '' : `${topic}/${partition}/${offset}`,
          ]),
        );
        expect(await violations()).toEqual([]);
        expect(faults).toEqual([]);
      }));

    test('a pause shows what was, and the present is one button away', () =>
      withPage(async ({ show, page, violations, faults }) => {
        await show('/pipeline');
        const shown = pipelineShown(page);
        await shown.live();
        const before = (await shown.figures('Ledger'))['counted'];
        await page.getByRole('button', { name: 'Pause' }).press('Enter');
        await sendOne();
        await platform().settled();
        expect(await page.locator('.past').textContent()).toContain('Paused at');
        expect(await page.locator('.live-mark').count()).toBe(0);
        const announced = page.getByRole('group', { name: 'Pause and replay' }).getByRole('status');
        expect(await announced.textContent()).toBe('Paused');
        expect(await violations()).toEqual([]);
        expect((await shown.figures('Ledger'))['counted']).toBe(before);
        await page.getByRole('button', { name: 'Now' }).press('Enter');
        // It does nothing any more, and keeps the focus.
        await page.locator('[aria-disabled="true"]:focus', { hasText: 'Now' }).waitFor();
        const counted = () => shown.figures('Ledger').then((facts) => facts['counted']);
        await until('it is counted', async () => (await counted()) !== before);
        await page.getByRole('slider', { name: 'Moment' }).focus();
        await page.keyboard.press('Home');
        await until('the earliest moment is shown', async () => (await counted()) === before);
        await page.getByRole('button', { name: 'Replay 5 times as fast' }).press('Enter');
        await until('the replay has reached the present', async () => (await counted()) !== before);
        await until('it is live again', async () => (await page.locator('.past').count()) === 0);
        await shown.live();
        expect(faults).toEqual([]);
      }));

    test('its words and signs are explained, and no dot covers the name of a place', () =>
      withPage(async ({ show, page, violations }) => {
        await show('/pipeline');
        await pipelineShown(page).live();
        await page.getByText('What the words and signs mean').click();
        const terms = await page.locator('.legend dt').allTextContents();
        for (const word of [
          'dot',
          'diamond',
          'lag',
          'oldest',
          'outbox',
          'relay',
          'generation',
          'circuit breaker',
          'views',
        ])
          expect(terms).toContain(word);
        expect(await violations()).toEqual([]);
        const rooms = await page.locator('.lane').evaluateAll((lanes) =>
          lanes.flatMap((lane) => {
            const name = lane.querySelector('[data-name]');
            if (!name) return [];
            const { left, width } = lane.querySelector('[data-node]')!.getBoundingClientRect();
            return [left + width / 2 - name.getBoundingClientRect().right];
          }),
        );
        // Four dots beside the middle, nine pixels apart, and half of one (spots.ts, use-dots.ts).
        expect(rooms).toHaveLength(2);
        for (const room of rooms) expect(room).toBeGreaterThan(4 * 9 + 6);
      }));

    test('a row of the postings keeps the focus while others come, and goes once nobody is in the list', () =>
      withPage(async ({ show, page, faults }) => {
        await show('/pipeline');
        const shown = pipelineShown(page);
        await shown.live();
        const list = page.getByRole('list', { name: 'Seen last' });
        const row = list.getByRole('button', { name: await sendOne() });
        await until('it is listed', async () => (await row.count()) === 1);
        await row.focus();
        // More than the list has rows.
        for (let sent = 0; sent < 13; sent += 1) await sendOne();
        const { total } = await platform().settled();
        await until(
          'the page has counted them',
          async () => (await shown.figures('Ledger'))['counted'] === shownCount(total.counted),
        );
        expect(await row.evaluate((element) => element === document.activeElement)).toBe(true);
        await page.getByLabel('Id of a posting').focus();
        await until('others have taken its place', async () => (await row.count()) === 0);
        expect(faults).toEqual([]);
      }));

    test('where motion is to be reduced nothing is drawn, and the posting is listed', () =>
      withPage(
        async ({ show, page }) => {
          await show('/pipeline');
          const shown = pipelineShown(page);
          await shown.live();
          const id = await sendOne();
          const button = page.getByRole('list', { name: 'Seen last' }).getByRole('button', { name: id });
          await until('it is listed', async () => (await button.count()) === 1);
          await platform().settled();
          expect(await shown.drawn()).toMatchObject({ dots: 0, frames: 0 });
        },
        { reducedMotion: 'reduce' },
      ));
  });
};
