import { describe, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { generateEndlessly } from '../../packages/cli/src/sample/index.ts';
import { sendAll } from '../platform/send.ts';
import { pipelineShown } from './pipeline-shown.ts';
import { shownCount } from './shown.ts';
import type { Stage } from './stage.ts';
import type { WatchedPage } from './watched-page.ts';

const MARK = 'the same document';

/** The page of the pipeline while processes are killed and started again. */
export const killsAreShown = ({ withPage, platform }: Stage): void => {
  const made = generateEndlessly(1717);

  /** Opens the page, and checks at the end that it counts what is sent then, in the same document. */
  const whileOpen = (use: (shown: ReturnType<typeof pipelineShown>, watched: WatchedPage) => Promise<void>) =>
    withPage(async (watched) => {
      const { page, show } = watched;
      await platform().settled();
      await show('/pipeline');
      await page.evaluate((mark) => document.body.setAttribute('data-mark', mark), MARK);
      const shown = pipelineShown(page);
      await shown.live();
      await shown.nothingIsWrong();
      await use(shown, watched);
      await shown.live();
      await shown.nothingIsWrong();
      await sendAll(platform().url, [made.next().value]);
      const { total } = await platform().settled();
      await until(
        'the page has counted it',
        async () => (await shown.figures('Ledger'))['counted'] === shownCount(total.counted),
      );
      expect(await page.getAttribute('body', 'data-mark')).toBe(MARK);
    });

  describe('the pipeline, while something is killed', () => {
    test('each service that is killed is named as gone, its figures are no zeros, and the others go on', () =>
      whileOpen(async (shown, { page, violations }) => {
        const killed = ['ingestion', 'tagging', 'analytics'] as const;
        const gone = (name: string) =>
          page.getByRole('region', { name, exact: true }).locator('.replica.gone', { hasText: '▲' });
        for (const [index, name] of killed.entries()) {
          const service = platform().service(name);
          service.signal('SIGKILL');
          await service.ended();
          await until(`${name} is gone`, async () => (await gone(name).count()) === 1);
          const wrong = await shown.textOf('What is wrong');
          expect(wrong).toMatch(new RegExp(`${name}/\\S+ is gone; its last figures are [\\d.]+ s old`));
          expect(wrong).toContain(`${name} cannot be asked`);
          await until('it is announced', async () =>
            new RegExp(`${name}/\\S+ is gone\\.`).test((await page.locator('.announced').textContent())!),
          );
          expect(await shown.figures(name)).toMatchObject({ in: 'no data', out: 'no data' });
          expect(await gone(name).textContent()).toContain('gone, last seen');
          for (const other of killed.slice(index + 1)) expect(await gone(other).count()).toBe(0);
        }
        const rows = await shown.partitions();
        expect(rows.length).toBeGreaterThan(0);
        for (const [, , , reader, , , , oldest] of rows) {
          expect(reader).toMatch(/nobody; figures .* old/);
          expect(oldest).toBe('no data');
        }
        expect(await shown.textOf('Ledger')).toMatch(/not complete: .* is away|cannot be read now/);
        await shown.live();
        expect(await violations()).toEqual([]);
        for (const name of killed) platform().service(name).start();
        for (const name of killed) await platform().service(name).ready();
        await shown.nothingIsWrong();
        for (const name of killed) expect(await shown.textOf(name)).toContain('replaced since');
      }));

    test('a gateway that is killed is said with the time of the numbers, and its next start takes its place', () =>
      whileOpen(async (shown) => {
        const gateway = platform().service('gateway');
        gateway.signal('SIGKILL');
        await gateway.ended();
        await shown.notLive(/^Offline.*The numbers are of/);
        gateway.start();
        await gateway.ready();
        await shown.live();
        await until('it is replaced', async () =>
          (await shown.textOf('gateway'))?.includes('replaced since'),
        );
      }));

    test('each engine that is killed is named, and what is not known meanwhile has no number', () =>
      whileOpen(async (shown, { page, violations }) => {
        const { engines } = platform();
        const said = (what: string, words: RegExp) =>
          until(what, async () => words.test((await shown.textOf('What is wrong')) ?? ''));
        await engines.kill('kafka');
        for (const name of ['ingestion', 'tagging', 'analytics'])
          await said(`${name} waits for Kafka`, new RegExp(`${name}/\\S+ waits for kafka`));
        // What is left are partitions of replicas that were killed before, with the age of their figures.
        await until('nobody reads', async () =>
          (await shown.partitions()).every(([, , , reader]) => reader!.includes('nobody; figures')),
        );
        expect(await violations()).toEqual([]);
        await engines.start('kafka');
        await shown.nothingIsWrong();

        await engines.kill('mongo');
        for (const name of ['ingestion', 'analytics'])
          await said(`${name} waits for MongoDB`, new RegExp(`${name}/\\S+ waits for mongo`));
        await until('the ledger is not complete', async () =>
          /not complete: .* is away|cannot be read now/.test((await shown.textOf('Ledger')) ?? ''),
        );
        await engines.start('mongo');
        await shown.nothingIsWrong();

        await engines.kill('redis');
        await said('Redis is away', /redis Redis is away: each service shows one replica/);
        await said('analytics waits for Redis', /analytics\/\S+ waits for redis/);
        expect(await page.locator('.pipeline .caption').first().textContent()).toContain('without Redis');
        await engines.start('redis');
      }));
  });
};
