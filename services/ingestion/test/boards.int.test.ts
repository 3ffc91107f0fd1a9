import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { MOST_JOBS } from '@skillstream/boards';
import { boardsResult } from '@skillstream/contracts';
import type { Replay } from '../../../packages/boards/test/replay-server.ts';
import { GREENHOUSE, jobOf, list, listOf, nameless, playBoats, range } from './boards-fixture.ts';
import { createGate, eventually } from './fixture.ts';

const { readingBoats, play, asked } = playBoats();

test('a board is read when its source is new, and its postings are stored and published like any others', async () => {
  play(list([1, 2, 3], 3, { etag: '"1"' }));
  const { replica, firstRun, harness, state } = readingBoats();
  await replica();
  expect(await firstRun()).toMatchObject({
    ...{ outcome: 'complete', reason: null, listed: 3, stored: 3, unchanged: 0, rejected: 0, closed: 0 },
    ...{ filled: { title: 3, salary: 0 }, faults: [] },
  });
  await eventually(harness.isPublished);
  expect(await harness.published()).toHaveLength(3);
  const { nextDueAt, run, validators, lastReadAt } = (await state())!;
  expect({ run, validators }).toEqual({ run: null, validators: { etag: '"1"' } });
  expect(nextDueAt!.getTime()).toBeGreaterThan(lastReadAt!.getTime() + 5 * 3_600_000);
  expect(asked()).toHaveLength(1);
});

test('a board that says that nothing has changed is not read again', async () => {
  play(list([1, 2], 2, { etag: '"1"' }));
  const { replica, firstRun, rerun, openAndClosed } = readingBoats();
  await replica();
  await firstRun();
  expect(await rerun()).toMatchObject({ outcome: 'unchanged', listed: 2, stored: 0, closed: 0 });
  expect(await openAndClosed()).toEqual({ open: [1, 2], closed: [] });
});

test('what is gone from a complete list is closed by a version of its own, and open again once it is back', async () => {
  play(list([1, 2, 3]));
  const { replica, firstRun, rerun, openAndClosed, harness } = readingBoats();
  await replica();
  await firstRun();
  play(list([1, 3]));
  expect(await rerun()).toMatchObject({ outcome: 'complete', closed: 1, unchanged: 2 });
  expect(await openAndClosed()).toEqual({ open: [1, 3], closed: [2] });
  expect(await rerun()).toMatchObject({ closed: 0 });
  play(list([1, 2, 3]));
  expect(await rerun()).toMatchObject({ stored: 1, unchanged: 2 });
  expect(await openAndClosed()).toEqual({ open: [1, 2, 3], closed: [] });
  await eventually(harness.isPublished);
  const versions = (await harness.stored()).map(({ version }) => version);
  expect(versions.toSorted()).toEqual([1, 1, 3]);
});

test('a job whose text is away is listed all the same, and one that is gone is closed', async () => {
  play(list([1, 2, 3]));
  const { replica, firstRun, rerun, openAndClosed } = readingBoats();
  await replica();
  await firstRun();
  play(listOf([jobOf(1), { id: 2, title: 'Mate' }]));
  expect(await rerun()).toMatchObject({ outcome: 'complete', reason: null, rejected: 1, closed: 1 });
  expect(await openAndClosed()).toEqual({ open: [1, 2], closed: [3] });
});

test('what is known of a list that is never whole is bounded: the oldest of it goes', async () => {
  play(list([1]));
  const { replica, firstRun, rerun, harness, state } = readingBoats();
  await replica();
  await firstRun();
  const listed = Array.from({ length: MOST_JOBS }, (_, i) => `boats.${i}`);
  await harness.boards().updateOne({ _id: 'boats' }, { $set: { listed } });
  play(listOf([...range(1, 3).map(jobOf), nameless]));
  expect(await rerun()).toMatchObject({ outcome: 'partial', stored: 2, unchanged: 1, rejected: 1 });
  const after = (await state())!.listed;
  expect(after).toHaveLength(MOST_JOBS);
  expect(after.slice(0, -3)).toEqual(listed.slice(3));
});

describe('nothing is closed', () => {
  test.each<[string, Replay, string | null]>([
    ['where the board says more jobs than it lists', list(range(1, 8), 12), 'says 12 jobs'],
    ['where the answer breaks off', { body: '{"jobs":[' }, 'it breaks off at character 10'],
    ['where the board is away for good', { status: 404 }, 'responded with 404'],
    ['where the board lists far fewer than it did', list(range(1, 5)), '7 of 12 jobs are gone at once'],
    ['where a job has no id', listOf([...range(1, 11).map(jobOf), nameless]), '1 of the jobs have no id'],
    ['where the list is empty', list([]), '12 of 12 jobs are gone at once'],
  ])('%s, and that is said', async (_, partial, reason) => {
    play(list(range(1, 12)));
    const { replica, firstRun, rerun, openAndClosed, state } = readingBoats();
    await replica();
    await firstRun();
    const { lastReadAt } = (await state())!;
    play(partial);
    const run = await rerun();
    expect(run).toMatchObject({ outcome: 'partial', closed: 0 });
    expect(run.reason).toContain(reason);
    expect(await openAndClosed()).toEqual({ open: range(1, 12), closed: [] });
    const after = (await state())!;
    expect(after.lastReadAt).toEqual(lastReadAt);
    expect(after.listed).toHaveLength(12);
  });

  test('where the file of sources is faulty, empty, or gone; a new one is read', async () => {
    play(list([1, 2]));
    const { replica, firstRun, rerun, file, openAndClosed } = readingBoats();
    const { app } = await replica();
    await firstRun();
    writeFileSync(file, 'sources: [');
    expect((await app.boards.file.read()).fault).not.toBeNull();
    expect(await rerun()).toMatchObject({ outcome: 'complete' });
    writeFileSync(file, '');
    expect(await app.boards.file.read()).toMatchObject({
      fault: expect.stringContaining('no sources: any more'),
      sources: [{ name: 'boats' }],
    });
    rmSync(file);
    expect((await app.boards.file.read()).fault).toContain('ENOENT');
    writeFileSync(file, 'sources: []\n');
    expect(await app.boards.file.read()).toMatchObject({ fault: null, sources: [] });
    expect(await openAndClosed()).toEqual({ open: [1, 2], closed: [] });
  });
});

test('a source that is paused is not run, while another one is', async () => {
  play(list([1]));
  const { replica, firstRun, rerun, harness, file } = readingBoats();
  writeFileSync(
    file,
    `sources:
  - { name: asleep, address: "https://boards.greenhouse.io/asleep", paused: true }
  - { name: boats, address: "${GREENHOUSE}" }
`,
  );
  await replica();
  await firstRun();
  // The paused one is looked at before this one, again and again.
  await rerun();
  expect(await harness.boards().findOne({ _id: 'asleep' })).toMatchObject({ run: null, lastRun: null });
  expect(asked().filter((place) => place.includes('asleep'))).toEqual([]);
});

test('of more sources than are read at once the one that is due for longest is not the last', async () => {
  play(list([1]));
  const { replica, harness, file } = readingBoats();
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const entries = names.map(
    (name) => `  - { name: ${name}, address: "https://boards.greenhouse.io/${name}" }`,
  );
  writeFileSync(file, `sources: []\n`);
  const { app } = await replica();
  await app.boards.store.ensure(names, new Date());
  const due = names.map((_, i) => new Date(Date.UTC(2026, 0, 2, 3, 60 - i)));
  for (const [i, name] of names.entries())
    await harness.boards().updateOne({ _id: name }, { $set: { nextDueAt: due[i]! } });
  writeFileSync(file, `sources:\n${entries.join('\n')}\n`);
  const runs = await eventually(async () => {
    const found = await harness.boards().find({}).toArray();
    return found.every(({ lastRun }) => lastRun !== null) ? found : null;
  });
  const begun = runs.toSorted((x, y) => x.lastRun!.startedAt.getTime() - y.lastRun!.startedAt.getTime());
  // Two may have begun in the same millisecond.
  expect(begun.slice(0, 4).map(({ _id }) => _id)).toEqual(expect.arrayContaining(['f', 'e']));
});

test('of several replicas one reads a board, and another only once that one has lost its lease', async () => {
  const gate = createGate();
  play(list([1, 2]));
  const { replica, firstRun, harness, state } = readingBoats();
  const held = await replica({ hooks: { afterStore: gate.pass } });
  await gate.reached;
  const lease = await eventually(() => harness.leases().findOne({ _id: 'board:boats' }));
  await replica();
  expect(asked()).toHaveLength(1);
  // As if the first one had stood still for longer than its lease is valid.
  await harness.leases().updateOne({ _id: lease._id }, { $set: { owner: null, expiresAtMs: 0 } });
  const last = await firstRun();
  expect(last).toMatchObject({ outcome: 'complete', listed: 2, stored: 0, unchanged: 2 });
  gate.open();
  await held.stop();
  expect((await state())!.lastRun).toEqual(last);
});

describe('that most of a list is gone at once', () => {
  const run = (base: string, query = '') =>
    fetch(`${base}/v1/boards/boats/run${query}`, { method: 'POST' }).then(({ status }) => status);

  test('is accepted for one run: it closes what is gone, and the next drop is refused again', async () => {
    play(list(range(1, 40)));
    const { replica, firstRun, rerun, nextRun, openAndClosed, state } = readingBoats();
    const { base } = await replica();
    await firstRun();
    play(list(range(1, 15)));
    expect(await rerun()).toMatchObject({ outcome: 'partial', dropRefused: true, closed: 0 });
    const accepted = await nextRun(() => run(base, '?acceptDrop=true'));
    expect(accepted).toMatchObject({ outcome: 'complete', reason: null, closed: 25 });
    expect(accepted).not.toHaveProperty('dropRefused');
    expect(await openAndClosed()).toEqual({ open: range(1, 15), closed: range(16, 40) });
    expect(await state()).toMatchObject({ requestedAt: null, dropAcceptedAt: null });
    play(list([1]));
    expect(await rerun()).toMatchObject({ outcome: 'partial', dropRefused: true, closed: 0 });
    expect(await openAndClosed()).toEqual({ open: range(1, 15), closed: range(16, 40) });
  });

  test('is refused where somebody asks again without accepting it', async () => {
    play(list(range(1, 12)));
    const { replica, firstRun, nextRun, harness } = readingBoats();
    const { base } = await replica();
    await firstRun();
    play(list([1]));
    const long = new Date('2026-01-02T03:00:00Z');
    // As a release that knows nothing of it leaves it when it ends a run.
    await harness.boards().updateOne({ _id: 'boats' }, { $set: { dropAcceptedAt: long } });
    const ended = await nextRun(() => run(base));
    expect(ended).toMatchObject({ outcome: 'partial', dropRefused: true, closed: 0 });
  });

  test.each(['?acceptDrop=yes', '?acceptdrop=true'])('is not asked for by %s', async (query) => {
    play(list([1]));
    const { replica, firstRun, state } = readingBoats();
    const { base } = await replica();
    await firstRun();
    expect(await run(base, query)).toBe(400);
    expect((await state())!.requestedAt).toBeNull();
  });
});

describe('over HTTP', () => {
  const ask = async (base: string, path = '', method = 'POST') => {
    const response = await fetch(`${base}/v1/boards${path}`, { method });
    return { status: response.status, body: (await response.json()) as unknown };
  };

  test('the sources are listed with what came of them, and one runs when somebody asks', async () => {
    play({ body: JSON.stringify({ jobs: [{ id: 1 }], meta: { total: 1 } }) });
    const { replica, firstRun } = readingBoats();
    const { base } = await replica();
    await firstRun();
    const { status, body } = await ask(base, '', 'GET');
    expect(status).toBe(200);
    expect(boardsResult.parse(body)).toMatchObject({
      fault: null,
      boards: [
        {
          ...{ name: 'boats', board: 'greenhouse', account: 'boats', state: 'waiting', everyMinutes: 360 },
          nextRunAt: expect.any(String),
          lastRun: { outcome: 'complete', rejected: 1, faults: ['job 1 has no description'] },
        },
      ],
    });
    play(list([1, 2]));
    expect(await ask(base, '/boats/run')).toMatchObject({ status: 200, body: { name: 'boats' } });
    await eventually(async () => {
      const { boards } = boardsResult.parse((await ask(base, '', 'GET')).body);
      return boards[0]!.lastRun!.stored === 2 && boards[0]!.state === 'waiting';
    });
  });

  test('one is paused, runs once where that is asked for, and is resumed against its file', async () => {
    play(list([1]));
    const { replica, firstRun, rerun } = readingBoats(', paused: true');
    const { base } = await replica();
    expect((await ask(base, '', 'GET')).body).toMatchObject({
      boards: [{ state: 'paused', nextRunAt: null }],
    });
    expect((await ask(base, '/boats/resume')).body).toMatchObject({ name: 'boats' });
    await firstRun();
    expect((await ask(base, '/boats/pause')).body).toMatchObject({ state: 'paused' });
    expect(await rerun()).toMatchObject({ outcome: 'complete', unchanged: 1 });
    expect((await ask(base, '', 'GET')).body).toMatchObject({ boards: [{ state: 'paused' }] });
  });

  test('one that is in no file is unknown, and what is wrong with the file is said', async () => {
    play(list([1]));
    const { replica, file } = readingBoats();
    const { base } = await replica();
    expect(await ask(base, '/ships/run')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    writeFileSync(file, 'sources: [{ name: boats }]');
    expect((await ask(base, '', 'GET')).body).toMatchObject({
      fault: expect.stringContaining('source boats: its address is missing'),
      boards: [{ name: 'boats' }],
    });
  });
});
