import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import type { BoardsResult } from '@skillstream/contracts';
import type { Browser } from 'playwright-core';
import { playBoard } from '../platform/play-board.ts';
import { startPlatform, type Platform } from '../platform/platform.ts';
import { startChromium } from './chromium.ts';
import { signInWith } from './sign-in-with.ts';
import { createStage } from './stage.ts';

// A board with three jobs, one of them without a text: it is rejected.
const job = (id: number, more: object) => ({
  ...{ id, title: `Boat builder ${id}`, location: { name: 'Kiel, Germany' }, ...more },
});
const jobs = [
  job(1, { content: 'We use Kafka', company_name: 'Boats' }),
  job(2, { content: 'We use Go', location: { name: 'Anywhere' } }),
  job(3, {}),
];

let browser: Browser;
let board: Awaited<ReturnType<typeof playBoard>>;
let platform: Platform;
beforeAll(async () => {
  browser = await startChromium();
  board = await playBoard({ body: JSON.stringify({ jobs, meta: { total: jobs.length } }) });
  platform = await startPlatform((name) => (name === 'ingestion' ? board.env : {}));
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
  await board?.close();
});
const { withPage } = createStage(
  () => browser,
  () => platform,
);

test('a source is shown with its last run, the fields filled and its faults, and is paused and run by the keyboard', () =>
  withPage(async ({ show, page, violations, faults }) => {
    await show('/sources');
    const row = page.getByRole('region', { name: 'Runs' }).locator('tbody tr');
    const isRow = (words: string) =>
      until(`the source is “${words}”`, async () => (await row.textContent())?.includes(words));
    await isRow('waiting');
    await isRow('read to its end');
    expect(await row.locator('th').textContent()).toBe('boats');
    const cells = await row.locator('td').allTextContents();
    expect(cells[0]).toBe('greenhouse: https://boards.greenhouse.io/boats');
    // Listed, stored, unchanged, rejected and closed.
    expect(cells.slice(5, 10)).toEqual(['3', '2', '0', '1', '0']);
    const filled = await page
      .getByRole('region', { name: 'Fields filled' })
      .locator('tbody td')
      .allTextContents();
    expect(filled.slice(0, 4)).toEqual(['2', '100.0%', '100.0%', '50.0%']);
    expect(await page.getByRole('region', { name: 'Faults of boats' }).getByRole('listitem').count()).toBe(1);

    expect(await page.getByRole('button', { name: 'Pause boats' }).count()).toBe(0);
    expect(await page.textContent('main')).toContain('takes a token with ops:write');
    await signInWith(page, (await platform.tokens())!);
    const said = page.locator('main > p[role=status]');
    const isSaid = (words: string) =>
      until(`“${words}” is said`, async () => (await said.textContent()) === words);
    await page.getByRole('button', { name: 'Pause boats' }).press('Enter');
    await isSaid('boats is paused.');
    await isRow('not while it is paused');
    // The same button, which has kept the focus.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Resume boats');
    await page.keyboard.press('Enter');
    await isSaid('boats is read again from now on.');
    await isRow('waiting');

    const endedAt = () => row.locator('time').first().getAttribute('datetime');
    const before = await endedAt();
    await page.getByRole('button', { name: 'Run now boats' }).press('Enter');
    await isSaid('boats is read now.');
    await until('it was read', async () => (await endedAt()) !== before);
    expect((await row.locator('td').allTextContents()).slice(5, 10)).toEqual(['3', '0', '2', '1', '0']);
    expect(await violations()).toEqual([]);
    expect(faults).toEqual([]);
  }));

test('a source that fails, a file that cannot be read, and no source at all are said', () =>
  withPage(async ({ show, page, violations }) => {
    const none: BoardsResult = { fault: 'line 1: it is no YAML\nline 2: nor is this', boards: [] };
    const { boards } = (await platform.get('/v1/boards')) as BoardsResult;
    const [boats] = boards as [BoardsResult['boards'][0]];
    const lastRun = { ...boats.lastRun!, outcome: 'partial', reason: 'responded with 500' } as const;
    let answer: BoardsResult = { fault: null, boards: [{ ...boats, state: 'waiting', lastRun }] };
    await page.route('**/v1/boards', (route) => route.fulfill({ json: answer }));
    await show('/sources');
    const main = async () => (await page.textContent('main')) ?? '';
    expect(await main()).toContain('fails');
    expect(await main()).toContain('responded with 500. What to do');
    expect(await violations()).toEqual([]);
    await signInWith(page, (await platform.tokens())!);
    const brokenOff = { at: lastRun.endedAt, reason: 'the lease is lost' };
    answer = { fault: null, boards: [{ ...boats, state: 'running', lastRun: null, brokenOff }] };
    await until('it is said', async () => (await main()).includes('the lease is lost. What to do'));
    answer = { fault: null, boards: [{ ...boats, state: 'waiting', lastRun }] };
    const accept = page.getByRole('button', { name: 'Run and accept the drop boats' });
    await page.getByRole('button', { name: 'Run now boats' }).waitFor();
    expect(await accept.count()).toBe(0);
    const dropped = { ...lastRun, reason: '7 of 12 jobs are gone at once', dropRefused: true };
    answer = { fault: null, boards: [{ ...boats, state: 'waiting', lastRun: dropped }] };
    await accept.waitFor();
    expect(await violations()).toEqual([]);
    const asked = page.waitForRequest((request) => request.method() === 'POST');
    await accept.press('Enter');
    expect(new URL((await asked).url()).search).toBe('?acceptDrop=true');
    await until('it is said', async () => (await main()).includes('boats is read now, and what is gone is'));
    answer = none;
    await until('it is said', async () => (await main()).includes('it is no YAML'));
    expect(await page.locator('[role=alert] li').allTextContents()).toEqual(none.fault!.split('\n'));
    expect(await main()).toContain('The platform reads no job board.');
    expect(await violations()).toEqual([]);
  }));
