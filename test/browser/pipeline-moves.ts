import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { pipelineState } from '@skillstream/contracts';
import type { Page } from 'playwright-core';
import { pipelineShown } from './pipeline-shown.ts';
import type { Stage } from './stage.ts';

const groups = ['tagging', 'analytics-facts'] as const;
const services = ['tagging', 'analytics'] as const;

/** The page while partitions move from replica to replica. */
export const movesAreShown = ({ withPage, platform, get }: Stage): void => {
  test('a second replica takes partitions over, all when the first is killed: letters, table and timeline follow, on every page', () =>
    withPage(async ({ show, page, violations, faults }) => {
      await show('/pipeline');
      const shown = pipelineShown(page);
      await shown.live();
      await shown.nothingIsWrong();
      const ownersOf = async (group: string) =>
        (await shown.partitions()).filter(([, name]) => name === group).map(([, , , owner]) => owner!);
      const lettersOf = (group: string) =>
        page
          .getByRole('list', { name: `Partitions by the replica that reads them, of ${group}` })
          .getByRole('listitem')
          .allTextContents();
      const replicaOf = async (service: string) =>
        pipelineState
          .parse(await get('/v1/pipeline'))
          .services.find((one) => one.service === service)!
          .replicas.find(({ gone }) => !gone)!.replica;
      const firsts = new Map<string, string>();
      for (const service of services) firsts.set(service, await replicaOf(service));
      const first = (group: string) => firsts.get(group.split('-')[0]!)!;

      for (const name of services) platform().service(name, 2).start();
      for (const name of services) await platform().service(name, 2).ready();
      for (const group of groups) {
        await until(`both read partitions of ${group}`, async () => {
          const owners = [...new Set(await ownersOf(group))];
          const named = owners.length === 2 && !owners.some((owner) => owner.includes('nobody'));
          return named && owners.includes(first(group)) && new Set(await lettersOf(group)).size === 2;
        });
      }

      const left = new Map<string, number>();
      for (const group of groups)
        left.set(group, (await ownersOf(group)).filter((owner) => owner === first(group)).length);
      for (const name of services) platform().service(name).signal('SIGKILL');
      for (const name of services) await platform().service(name).ended();
      for (const group of groups) {
        const moved = await until(`all partitions of ${group} have moved`, async () => {
          const owners = await ownersOf(group);
          const [one] = owners;
          return owners.every((owner) => owner === one && owner !== first(group) && !owner.includes('nobody'))
            ? one!
            : null;
        });
        expect(new Set(await lettersOf(group)).size).toBe(1);
        const lines = page.locator('.timeline li', { hasText: `${moved} acquired` });
        // What it had before it may have acquired before it was connected to Redis: the channel buffers nothing.
        await until('the timeline says so', async () => {
          const of = (await lines.allTextContents()).filter((line) => line.includes(` of ${group}`));
          return new Set(of.map((line) => /v1\/(\d+) of/.exec(line)?.[1])).size >= left.get(group)!;
        });
      }
      for (const service of services) {
        const gone = page
          .getByRole('list', { name: `Replicas of ${service}` })
          .locator('.gone', { hasText: firsts.get(service)! });
        await until('it is gone', async () => (await gone.count()) === 1);
        expect(await gone.textContent()).toMatch(/gone, last seen/);
        expect(await gone.textContent()).not.toContain('/ s');
        expect(await shown.textOf('What is wrong')).toContain(`${firsts.get(service)!} is gone`);
      }
      expect(await violations()).toEqual([]);

      const lettersOn = (where: Page) => where.locator('.replica .letter').allTextContents();
      const later = await page.context().newPage();
      await later.goto(page.url());
      await until('a page that is opened later has the same letters', async () => {
        const [own, others] = [await lettersOn(page), await lettersOn(later)];
        return own.length >= 2 * services.length && own.join() === others.join();
      });
      await later.close();

      for (const name of services) platform().service(name).start();
      for (const name of services) await platform().service(name).ready();
      for (const name of services) await platform().service(name, 2).stop();
      await platform().settled();
      await shown.nothingIsWrong();
      // While its first replica is away analytics answers nobody, and the browser says so.
      expect(faults).toEqual([]);
    }));
};
