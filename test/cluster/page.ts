import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { demandResult, pipelineState, type PipelineState } from '@skillstream/contracts';
import type { Browser } from 'playwright-core';
import { startChromium } from '../browser/chromium.ts';
import { partitionsOf } from '../browser/pipeline.ts';
import { pipelineShown } from '../browser/pipeline-shown.ts';
import { shownShare } from '../browser/shown.ts';
import { idOf } from '../browser/stage.ts';
import { openPage, type WatchedPage } from '../browser/watched-page.ts';
import type { ClusterRelease, ReleaseQueries } from './cluster-platform.ts';
import { figure, secondsSince } from './figures.ts';
import { kubectl, podsOf } from './kubectl.ts';
import { services } from './network.ts';

const MARK = 'the same document';
// What is asked before there is a token is refused, which the browser itself calls an error.
const REFUSED = /responded with a status of 401/;

/**
 * The page of a release where reading takes a token, in one tab that is never loaded again, while nothing moves. It
 * comes as the documentation says where there is no ingress: by `skillstream cluster open`, which is a port-forward.
 * @param printToken runs the documented command, and gives what it prints
 */
export const pageShowsTheRelease = (
  { namespace, ready }: ClusterRelease,
  queries: () => ReleaseQueries,
  printToken: () => Promise<string>,
): void => {
  let browser: Browser;
  let watched: WatchedPage;
  const get = (path: string) => queries().change(path, {});
  const pipeline = async (): Promise<PipelineState> => pipelineState.parse(await get('/v1/pipeline'));
  const shown = () => pipelineShown(watched.page);
  const samePartitions = async () => {
    const state = await pipeline();
    return JSON.stringify(await shown().partitions()) === JSON.stringify(partitionsOf(state));
  };
  const isSame = async () => {
    expect(await watched.page.getAttribute('body', 'data-mark')).toBe(MARK);
    expect(watched.faults.filter((fault) => !REFUSED.test(fault))).toEqual([]);
  };
  beforeAll(async () => {
    browser = await startChromium();
    watched = await openPage(browser, queries().url);
  });
  afterAll(() => browser?.close());

  test('the page asks for a token, and with one has the figures of the API', async () => {
    const { page, settled, table } = watched;
    const startedMs = performance.now();
    await page.goto(`${queries().url}/?origin=sample`);
    await page.evaluate((mark) => document.body.setAttribute('data-mark', mark), MARK);
    await until('the page says that reading is closed', async () =>
      (await page.locator('.data-line').textContent())?.includes('Reading is closed here.'),
    );
    expect(await page.locator('figure').count()).toBe(0);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Access token').fill(await printToken());
    await page.keyboard.press('Enter');
    await settled();
    figure(`the page: figures ${secondsSince(startedMs)} s after its address was opened, the token included`);
    const { skills } = demandResult.parse(await get('/v1/demand?origin=sample&top=20'));
    expect(skills.length).toBeGreaterThan(0);
    const rows = (await table('Most asked skills'))!.map(([href, ...cells]) => [idOf(href!), ...cells]);
    expect(rows).toEqual(skills.map((skill) => [skill.skillId, ...shownShare(skill)]));
    await isSame();
  });

  test('its pipeline has every pod of every service, and who reads which partition', async () => {
    await watched.page.getByRole('link', { name: 'Pipeline' }).click();
    await shown().live();
    for (const service of services)
      for (const { name } of await podsOf(namespace, service))
        await until(`${name} is shown`, async () => (await shown().textOf(service))?.includes(name));
    await until('partitions are those of the API', samePartitions);
    const rows = await shown().partitions();
    for (const service of ['tagging', 'analytics'])
      expect(rows.filter((row) => row[3]!.startsWith(`skillstream-${service}-`)).length).toBeGreaterThan(11);
    await isSame();
  });

  test('a pod that is lost is shown as gone, and the one in its place takes over, without a reload', async () => {
    const [lost] = await podsOf(namespace, 'tagging');
    const lostMs = performance.now();
    await kubectl('delete', 'pod', '-n', namespace, lost!.name, '--force', '--grace-period=0');
    const line = watched.page.locator('.replica.gone', { hasText: lost!.name });
    await until('it is gone', async () => (await line.textContent())?.includes('gone, last seen'));
    figure(`the page: a lost pod shown as gone after ${secondsSince(lostMs)} s`);
    await ready();
    const [next] = (await podsOf(namespace, 'tagging')).filter(({ name }) => name !== lost!.name);
    await until('the other one reads every partition', async () => {
      const ofTagging = (await shown().partitions()).filter(([, group]) => group === 'tagging');
      return ofTagging.length > 0 && ofTagging.every((row) => row[3]!.startsWith(next!.name));
    });
    figure(`the page: another pod reads its partitions after ${secondsSince(lostMs)} s`);
    expect(await shown().figures('tagging')).not.toMatchObject({ in: 'no data' });
    await until('partitions are those of the API', samePartitions);
    await isSame();
  });
};
