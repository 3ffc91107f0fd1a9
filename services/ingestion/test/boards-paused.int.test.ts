import { writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { GREENHOUSE, list, playBoats, range } from './boards-fixture.ts';
import { createGate, eventually } from './fixture.ts';

const { readingBoats, play } = playBoats();

describe('a run ends with the batch that is being stored, and its source is read from the beginning later,', () => {
  const listing = (entry: string) => `sources: [${entry}]\n`;
  const boats = `{ name: boats, address: "${GREENHOUSE}" }`;
  test.each<[string, (file: string, base: string) => Promise<unknown> | void]>([
    ['where its source is paused', (_, base) => fetch(`${base}/v1/boards/boats/pause`, { method: 'POST' })],
    [
      'where its file pauses it',
      (file) => writeFileSync(file, listing(boats.replace(' }', ', paused: true }'))),
    ],
    ['where its file no longer has it', (file) => writeFileSync(file, listing(''))],
  ])('%s', async (_, pause) => {
    const gate = createGate();
    play(list(range(1, 45)));
    const { replica, firstRun, file, state, harness } = readingBoats();
    const { base, metrics } = await replica({ hooks: { afterStore: gate.pass } });
    await gate.reached;
    expect((await state())!.run).not.toBeNull();
    await pause(file, base);
    await eventually(async () => (await state())!.run === null);
    gate.open();
    await eventually(async () =>
      /board_runs_total\{[^}]*outcome="broken-off"[^}]*\} 1\n/.test(await metrics()),
    );
    expect(await state()).toMatchObject({ run: null, requestedAt: null, lastRun: null });
    expect(await harness.stored()).toHaveLength(20);

    writeFileSync(file, listing(boats));
    await fetch(`${base}/v1/boards/boats/resume`, { method: 'POST' });
    expect(await firstRun()).toMatchObject({ outcome: 'complete', listed: 45, stored: 25, unchanged: 20 });
  });
});

test('a run that fails for a reason of ours stays open, is left alone for a minute, and says why', async () => {
  play(list([1]));
  const { replica, state } = readingBoats();
  const afterStore = async () => Promise.reject(new TypeError('x is undefined'));
  await replica({ hooks: { afterStore } });
  const { run, brokenOff } = await eventually(async () => {
    const found = await state();
    return found?.brokenOff ? found : null;
  });
  expect(run).not.toBeNull();
  expect(brokenOff).toMatchObject({ reason: expect.stringContaining('TypeError') });
  expect(brokenOff!.retryAt.getTime() - brokenOff!.at.getTime()).toBe(60_000);
});
