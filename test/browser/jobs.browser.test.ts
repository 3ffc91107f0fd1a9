import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { demandResult, postingRecord, type PostingInput } from '@skillstream/contracts';
import type { Browser } from 'playwright-core';
import { startPlatform, type Platform } from '../platform/platform.ts';
import { runCommand } from '../platform/run-command.ts';
import { sendAll } from '../platform/send.ts';
import { startChromium } from './chromium.ts';
import { createStage } from './stage.ts';

const words = (of: string): string => Array.from({ length: 60 }, (_, at) => `${of}${at}`).join(' ');
const posting = (sourceId: string, more: Partial<PostingInput>): PostingInput => ({
  ...{ source: 'boats', sourceId, organization: 'Paper Boats', datePosted: '2026-05-04' },
  ...{ title: 'Backend engineer', description: `We use Kafka and Docker. ${words('hull')}` },
  location: 'Berlin, Germany',
  ...more,
});
// One job for two places, and another one.
const sent = [
  posting('1', {}),
  posting('2', { location: 'Hamburg, Germany', datePosted: '2026-05-05' }),
  posting('3', { title: 'Data engineer', description: `We use Kafka and Python. ${words('mast')}` }),
];
const [POSTINGS, JOBS] = [3, 2];

let browser: Browser;
let platform: Platform;
/** By what each was sent as. */
let ids: string[];
beforeAll(async () => {
  browser = await startChromium();
  platform = await startPlatform();
  const results = await sendAll(platform.url, sent);
  ids = results.map(({ postingId }) => postingId);
  await until('they are counted, and two of them are one job', async () => {
    const { postings, jobs } = demandResult.parse(await platform.get('/v1/demand'));
    return postings === POSTINGS && jobs === JOBS;
  });
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});
const { withPage } = createStage(
  () => browser,
  () => platform,
);

test('jobs are counted by every figure once they are chosen, in the address, from page to page', () =>
  withPage(async ({ show, settled, table, page, violations, faults }) => {
    await show('/');
    const line = page.locator('.data-line');
    expect(await line.textContent()).toContain('3 postings, 2 jobs');
    const captions = () => page.locator('figure .caption').allTextContents();
    const allSay = (said: string) =>
      until(`every figure says “${said}”`, async () => {
        const found = await captions();
        return found.length >= 4 && found.every((caption) => caption.includes(said));
      });
    await allSay('posting');
    expect((await captions())[0]).toContain('Share of 3 postings (own postings, all months; 2 jobs)');

    await page.getByText('What is a job?').click();
    expect(await page.locator('details.help').textContent()).toContain('counts as the one posting');
    await page.getByLabel('Count', { exact: true }).selectOption('jobs');
    await until('it is in the address', () => page.url().endsWith('/?count=jobs'));
    await allSay('job');
    await settled();
    expect((await captions())[0]).toContain('Share of 2 jobs (own postings, all months; 3 postings)');
    const kafka = (await table('Most asked skills'))!.find(([href]) => href!.includes('kafka'))!;
    expect(kafka[0]).toContain('count=jobs');
    expect(kafka.slice(1, 3)).toEqual(['2', '2']);
    expect(await line.textContent()).toContain('3 postings, 2 jobs');
    expect(await violations()).toEqual([]);

    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (/^\/v1\/(compare|report\/)/.test(pathname)) asked.push(search);
    });
    await page.getByRole('link', { name: 'Compare' }).click();
    await until('a comparison counts jobs', async () => /Share of \d jobs?/.test((await captions()).join()));
    await page.getByRole('link', { name: 'Reports' }).click();
    await page.locator('main li a').first().click();
    await until('a report counts jobs', async () =>
      /Measured on 2 jobs|Measured on 1 job/.test((await page.textContent('main')) ?? ''),
    );
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.filter((search) => !search.includes('count=jobs'))).toEqual([]);
    // “Clear all” leaves it.
    await show('/?count=jobs&role=backend');
    await page.getByRole('button', { name: 'Clear all' }).click();
    await until('the role is gone', () => page.url().endsWith('/?count=jobs'));
    expect(faults).toEqual([]);
  }));

test('a posting of a job says which one counts, on its journey and by the command, which counts both', () =>
  withPage(async ({ show, page }) => {
    const records = await Promise.all(
      ids.map(async (id) => postingRecord.parse(await platform.get(`/v1/postings/${id}`))),
    );
    const other = records.find(({ primary }) => primary === false)!.postingId;
    const said =
      'Of a job that several postings are or were of; it is not the one that counts where jobs are counted.';
    await show(`/pipeline?posting=${other}`);
    await until('the page says so', async () =>
      (await page.getByRole('region', { name: 'Journey' }).first().textContent())?.includes(said),
    );
    const command = async (...args: string[]) => (await runCommand([...args, '--gateway', platform.url])).out;
    expect(await command('journey', other)).toContain(said);
    const alone = records.find(({ job }) => job === undefined)!.postingId;
    expect(await command('journey', alone)).not.toContain('Of a job');
    expect(await command('ask', 'demand')).toMatch(/^3 postings, 2 jobs · own postings/);
    expect(await command('ask', 'demand', '--count', 'jobs')).toMatch(/^2 jobs, 3 postings · own postings/);
  }));
