import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { ledger, platformStatus } from '@skillstream/contracts';
import { generateSample } from '../packages/cli/src/sample/index.ts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { runCommand } from './platform/run-command.ts';
import { sendAll } from './platform/send.ts';
import { localTokens } from './platform/token.ts';

// What people are told while a part is away: what is known, how old it is, and why the rest is not.
let platform: Platform;
const postings = [...generateSample({ seed: 14, count: 200, firstMonth: '2024-01' })].map((s) => s.posting);
beforeAll(async () => {
  platform = await startPlatform();
  await sendAll(platform.url, postings);
  await platform.settled();
  // The gateway knows of the parts what it heard when somebody asked.
  await platform.get('/v1/status');
});
afterAll(() => platform.stop());

const skillstream = async (...args: string[]) =>
  runCommand(args, { SKILLSTREAM_GATEWAY: platform.url, SKILLSTREAM_TOKEN: (await localTokens())! });
const back = async (name: 'tagging' | 'analytics' | 'ingestion') => {
  platform.service(name).start();
  await platform.service(name).ready();
  await platform.settled();
};

test('with all there status ends with 0, and an answer says from when it is', async () => {
  const found = await until('all is well', async () => {
    const status = await skillstream('status');
    return status.code === 0 ? status : Promise.reject(new Error(status.out));
  });
  expect(found.out).toContain('ledger: balanced');
  // Whether more is on its way is not known for as long as a lag was not answered in time.
  await until('the answer says that it is caught up', async () => {
    const { code, out, err } = await skillstream('ask', 'demand', '--top', '1');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^200 postings, 200 jobs · the made-up sample · from views at [\d :-]+, caught up\n/);
    return true;
  });
});

test('tagging is killed: the ledger and its lags are those that were last heard, with age and reason, and status ends with 3', async () => {
  platform.service('tagging').signal('SIGKILL');
  await platform.service('tagging').ended();
  const found = ledger.parse(await platform.get('/v1/ledger'));
  expect(found).toMatchObject({
    ...{ idle: false, balanced: false, total: { accepted: 200, counted: 200 } },
    away: [{ part: 'tagging', reason: expect.stringContaining('ECONNREFUSED') }],
  });
  const { code, out } = await skillstream('status');
  expect(code).toBe(3);
  expect(out).toMatch(/tagging +│ away: .*ECONNREFUSED.*; last heard of (\d+ min )?\d+ s ago/);
  expect(out).toMatch(/tagging +│ postings\.received\.v1 +│ +0 │ not known │ (\d+ min )?\d+ s ago/);
  expect(out).toContain('ledger: nothing can be claimed: tagging is away');
  const asked = await skillstream('ask', 'demand', '--top', '1');
  expect(asked).toMatchObject({ code: 0, out: expect.stringContaining(', more may be on its way\n') });
  expect(asked.err).toMatch(
    /^tagging is away: .* What was accepted and is not tagged yet is not in this answer\n$/,
  );
  await back('tagging');
  await until('all is well', async () => (await skillstream('status')).code === 0);
});

test('analytics stands still: no number stands for the reason, and an answer that was given before says how old it is', async () => {
  await skillstream('ask', 'demand', '--top', '1');
  platform.service('analytics').signal('SIGSTOP');
  await platform.service('analytics').paused();
  // On a busy machine another part may be late once.
  const away = await until('it is away alone', async () => {
    const found = platformStatus.parse(await platform.get('/v1/status')).away;
    return found?.length === 1 && found;
  });
  expect(away).toMatchObject([{ part: 'analytics', reason: expect.stringContaining('no answer in time') }]);
  const { code, out, err } = await skillstream('ask', 'demand', '--top', '1');
  expect(code).toBe(0);
  expect(out).toMatch(/ · from views at [\d :-]+: (\d+ min )?\d+ s old, since analytics does not answer\n/);
  expect(err).toContain('What came since may not be in this answer');
  platform.service('analytics').signal('SIGCONT');
  await until('it is back', async () => (await skillstream('status')).code === 0);
});

test('ingestion is killed, and the gateway started again since: nothing is known of it, and that is said', async () => {
  platform.service('ingestion').signal('SIGKILL');
  await platform.service('ingestion').ended();
  await platform.service('gateway').stop();
  platform.service('gateway').start();
  await platform.service('gateway').ready();
  const { code, out } = await skillstream('status');
  expect(code).toBe(3);
  expect(out).toMatch(/ingestion +│ away: .*; never heard of/);
  expect(out).toContain('no ledger: ingestion is not available');
  await back('ingestion');
});

test('the bar of a load is about this load, and a load that is refused whole says why and ends with 1', async () => {
  const more = [...generateSample({ seed: 15, count: 50, firstMonth: '2024-01' })].map((s) => s.posting);
  const lines = (some: object[]) => some.map((one) => JSON.stringify(one)).join('\n');
  const taken = await runCommand(
    ['load', '-'],
    { SKILLSTREAM_GATEWAY: platform.url, SKILLSTREAM_TOKEN: (await localTokens())! },
    lines(more.map((posting, i) => ({ ...posting, source: 'bar', sourceId: `${i}` }))),
  );
  expect(taken).toMatchObject({ code: 0, out: expect.stringContaining('50 postings sent') });
  const refused = await runCommand(
    ['load', '-'],
    { SKILLSTREAM_GATEWAY: platform.url, SKILLSTREAM_TOKEN: (await localTokens())! },
    lines(more.map((posting) => ({ ...posting, title: 7, source: 'bar' }))),
  );
  expect(refused.code).toBe(1);
  expect(refused.out).toMatch(/ {2}50 × title: .* \(like line 1\)\n/);
});

test('a table of somebody else is loaded by the names of its columns, and each of its postings is counted once', async () => {
  const csv = [
    'Stellentitel;Firma;Ort;Veröffentlicht am;Beschreibung',
    'Segelmacherin;Papierboote GmbH;Kiel;21.10.2025;"Wir falten Boote',
    'mit Kubernetes"',
    'Bootsbauer;Papierboote GmbH;Kiel;31.02.2025;Holz',
    'Maat;Papierboote GmbH;Kiel;22.10.2025;Wir falten Boote mit Kafka',
  ].join('\n');
  const env = { SKILLSTREAM_GATEWAY: platform.url, SKILLSTREAM_TOKEN: (await localTokens())! };
  const before = ledger.parse(await platform.get('/v1/ledger')).total;
  const loaded = await runCommand(['load', '-', '--source', 'boats'], env, csv);
  expect(loaded).toMatchObject({
    code: 0,
    out: expect.stringContaining('2 accepted, 0 unchanged, 1 rejected'),
  });
  expect(loaded.out).toContain('Veröffentlicht am: is no day of the calendar (line 4)');
  const counted = (await platform.settled()).total.counted - before.counted;
  const again = await runCommand(['load', '-', '--source', 'boats'], env, csv);
  expect([counted, again.out]).toEqual([2, expect.stringContaining('0 accepted, 2 unchanged, 1 rejected')]);
});
