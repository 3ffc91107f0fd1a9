import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { ledger, platformStatus, sourcesResult, verifyJob } from '@skillstream/contracts';
import { runCommand } from '../platform/run-command.ts';
import { pipelineShown } from './pipeline-shown.ts';
import { shownCount, shownLedger } from './shown.ts';
import type { Stage } from './stage.ts';

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** What the page says, beside what the commands and the ledger say. */
export const figuresAgree = ({ withPage, platform, get }: Stage): void => {
  /** What a command of `skillstream` prints as JSON. */
  const command = async (...words: string[]): Promise<unknown> => {
    const { code, out, err } = await runCommand([...words, '--json', '--gateway', platform().url], {
      SKILLSTREAM_TOKEN: (await platform().tokens())!,
    });
    if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${err}`);
    return JSON.parse(out);
  };

  test('every figure of the pipeline and of the line that names the data is that of status, verify and ledger, at rest', () =>
    withPage(async ({ show, page, faults }) => {
      const rest = await platform().settled();
      const printed = (await command('status')) as { ledger: unknown };
      const status = platformStatus.parse(printed);
      expect(ledger.parse(printed.ledger)).toEqual(rest);
      const verified = verifyJob.parse(await command('verify'));
      const { sources } = sourcesResult.parse(await get('/v1/sources'));
      const { rows, total } = rest;

      await show('/pipeline?origin=all');
      const shown = pipelineShown(page);
      await shown.live();
      await shown.nothingIsWrong();
      expect(await shown.figures('Ledger')).toEqual(shownLedger({ total }));
      expect(await shown.textOf('Ledger')).toContain('balanced: nothing is missing');

      const listed = status.consumers
        .flatMap(({ topic, group, partitions }) =>
          partitions.map(({ partition, next, end, lag }) =>
            [topic, group, partition, ...[next, end, lag].map(shownCount)].join(),
          ),
        )
        .sort();
      expect(listed.length).toBeGreaterThan(0);
      await until('the partitions are those of status', async () => {
        const found = (await shown.partitions()).map(([topic, group, partition, , ...figures]) =>
          [topic, group, partition, ...figures.slice(0, 3)].join(),
        );
        return JSON.stringify(found.sort()) === JSON.stringify(listed);
      });
      for (const { group, lag } of status.consumers) {
        const box = page.locator('.consumer', {
          has: page.getByRole('heading', { name: group, exact: true }),
        });
        const lags = await box.locator('dd').allTextContents();
        expect([group, lags[1], lags[2]]).toEqual([group, `${shownCount(lag)} records`, '0 s']);
      }

      expect(await shown.figures('ingestion')).toMatchObject({ outbox: shownCount(total.pending) });
      const withDead = ['tagging', 'analytics'];
      for (const name of withDead)
        expect(Object.keys(await shown.figures(name))).toContain('dead letters since start');
      // Rates are of the last seconds.
      for (const name of Object.keys(status.services).filter((one) => one !== 'gateway'))
        await until(`${name} takes nothing in and passes nothing on`, async () => {
          const { in: taken, out } = await shown.figures(name);
          return taken === '0 / s' && out === '0 / s';
        });

      const bySource = new Map(rows.map(({ source, counted }) => [source, counted]));
      expect(sources.map(({ source, postings }) => [source, postings])).toEqual(
        sources.map(({ source }) => [source, bySource.get(source)]),
      );
      // The log has those that were retracted, too.
      const inLog = total.counted + (total.retracted ?? 0);
      expect([verified.differenceCount, verified.postings]).toEqual([0, inLog]);
      const line = page.locator('.data-line');
      const population = (postings: number) => `${shownCount(postings)} posting${postings === 1 ? '' : 's'}`;
      const own = sum(rows.filter(({ source }) => source !== 'sample').map(({ counted }) => counted));
      for (const [origin, counted] of [
        ...([
          ['all', total.counted],
          ['own', own],
          ['sample', total.counted - own],
        ] as const),
      ]) {
        await show(`/?origin=${origin}`);
        await until(
          `the line has the postings of ${origin}`,
          async () => (await line.locator('strong').textContent()) === population(counted),
        );
        const wanted = sources
          .filter((one) => origin === 'all' || one.origin === origin)
          .sort((a, b) => b.postings - a.postings)
          .map(({ source }) => source);
        expect(await line.textContent()).toContain(`from ${wanted.slice(0, 5).join(', ')}`);
      }
      expect(faults).toEqual([]);
    }));
};
