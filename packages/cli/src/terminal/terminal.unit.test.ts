import { describe, expect, jest, test } from '@jest/globals';
import type { DemandResult } from '@skillstream/contracts';
import { reportPath } from '../load/report-file.ts';
import { note, print, printJson, readArgs, wholeNumber } from './command.ts';
import { bar, clock, counted, duration, percent } from './numbers.ts';
import { createProgressView, pace, progressLine } from './progress.ts';
import { demandTable, header, ledgerTable, sourcesTable, table } from './tables.ts';

const sample = (atMs: number, done: number, items = done) => ({ atMs, done, total: 100, items });

describe('progress', () => {
  test('says items a second, and the time left by what is done of the whole', () => {
    expect(pace([sample(0, 0, 0), sample(2000, 20, 500)])).toEqual({ rate: 250, etaSeconds: 8 });
  });

  test('knows nothing at the beginning, and no end while nothing moves', () => {
    expect(pace([])).toEqual({ rate: 0, etaSeconds: null });
    expect(pace([sample(0, 5)])).toEqual({ rate: 0, etaSeconds: null });
    expect(pace([sample(0, 5), sample(1000, 5)])).toEqual({ rate: 0, etaSeconds: null });
  });

  const written = (isTTY: boolean, timesMs: number[]) => {
    const out: string[] = [];
    let nowMs = 0;
    const view = createProgressView({ isTTY, columns: 40, write: (text) => out.push(text) }, () => nowMs);
    for (nowMs of timesMs) view.show({ label: 'loading', done: nowMs, total: 10_000, items: nowMs });
    view.end();
    return out;
  };

  test('is a plain line every two seconds where nobody looks', () => {
    const lines = written(false, [0, 500, 1000, 2000, 2500, 4100]);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^loading .* 20 % {2}2,000 postings {2}1,000\/s {2}8 s left\n$/);
  });

  test('claims no share of a whole that nobody knows', () => {
    const line = progressLine(
      { label: 'loading', done: 7, total: 0, items: 1 },
      { rate: 3, etaSeconds: null },
    );
    expect(line).toBe('loading  1 posting  3/s');
  });

  test('is one changing line on a terminal, no wider than it, and cleared at the end', () => {
    const out = written(true, [0, 50, 200]);
    expect(out.filter((text) => text.startsWith('loading')).map((text) => text.length)).toEqual([39, 39]);
    expect(out.at(-1)).toBe('\r\x1b[2K');
  });
});

describe('numbers', () => {
  test.each([
    [0, '0 postings'],
    [1, '1 posting'],
    [2400, '2,400 postings'],
  ])('%p postings read %p', (value, text) => expect(counted(value, 'posting')).toBe(text));

  test.each([
    [7.4, '7 s'],
    [187, '3 min 07 s'],
    [7500, '2 h 05 min'],
  ])('%p seconds read %p', (seconds, text) => expect(duration(seconds)).toBe(text));

  test.each([
    [0, ''],
    [0.5, '██'],
    [0.6, '██▍'],
    [1, '████'],
    [7, '████'],
  ])('a bar of 4 cells for %p is %p', (share, text) => expect(bar(share, 4)).toBe(text));

  test('a share of nothing is no number', () => expect(percent(null)).toBe('–'));
});

describe('tables', () => {
  const response: DemandResult = {
    filter: { role: 'backend' },
    population: 1200,
    skills: [{ skillId: 'kafka', population: 1200, count: 300, share: 0.25, low: 0.226, high: 0.275 }],
    categories: [],
    answeredFrom: { model: 'facts', caughtUp: false, viewVersion: null },
  };

  test('demand shows each count with its population, share and interval, and how fresh it is', () => {
    const text = demandTable(response);
    expect(text).toContain('1,200 postings with role backend · from facts, still being built');
    expect(text).toMatch(/kafka +│ 300 of 1,200 │ 25\.0 % │ 22\.6 % – 27\.5 % │ █{20}/);
  });

  test.each([
    ['own', 'own postings'],
    ['sample', 'the made-up sample'],
    ['all', 'own postings and the made-up sample'],
  ] as const)('demand about %s postings says that it counts %s', (origin, text) => {
    expect(demandTable({ ...response, filter: { role: 'backend', origin } })).toContain(
      `1,200 postings with role backend · ${text} · from facts`,
    );
  });

  test('a stale result says that analytics does not respond, and when it was made', () => {
    const at = new Date(2026, 10, 25, 9, 58, 30);
    const caughtUp = { ...response, answeredFrom: { ...response.answeredFrom, caughtUp: true } };
    expect(header({ ...caughtUp, age: { at, staleSeconds: 90 } }, 'x')).toMatch(
      / · from facts at .*09:58:30: 1 min 30 s old, since analytics does not answer$/,
    );
    const fresh = { at, staleSeconds: null };
    expect(header({ ...caughtUp, age: fresh }, 'x')).toMatch(/09:58:30$/);
    const standing = 'more may be on its way';
    expect(header({ ...caughtUp, age: { ...fresh, standing } }, 'x')).toMatch(
      /09:58:30, more may be on its way$/,
    );
  });

  test.each([
    [new Date(2026, 10, 25, 23, 0, 0), '09:05:07'],
    [new Date(2026, 10, 26, 1, 0, 0), '2026-11-25 09:05:07'],
  ])('a time of another day has its date: seen at %p', (now, text) => {
    expect(clock(new Date(2026, 10, 25, 9, 5, 7), now)).toBe(text);
  });

  test('sources show how many postings are from each', () => {
    const { answeredFrom } = response;
    const text = sourcesTable({
      origin: 'own',
      sources: [{ source: 'hn', origin: 'own', postings: 1200 }],
      answeredFrom,
    });
    expect(text).toMatch(/^1 source · own postings · from facts[^]*source[^]*hn +│ own postings +│ +1,200/);
    expect(sourcesTable({ origin: 'sample', sources: [], answeredFrom })).toMatch(
      /^0 sources · the made-up sample · from facts/,
    );
  });

  test('of distinct jobs demand says so, with both totals, and sources have a column of them', () => {
    const { answeredFrom } = response;
    const text = demandTable({ ...response, counted: 'jobs', postings: 1300, jobs: 1200 });
    expect(text).toMatch(/^1,200 jobs, 1,300 postings with role backend · /);
    expect(text).toMatch(/skill +│ +jobs │/);
    const sources = [{ source: 'hn', origin: 'own', postings: 1300, jobs: 1200 }] as const;
    expect(sourcesTable({ origin: 'own', sources: [...sources], answeredFrom })).toMatch(
      /postings │ +jobs │[^]*hn +│ own postings +│ +1,300 │ +1,200/,
    );
  });

  test('of a source whose postings all count with those of others, answers and sources say so', () => {
    const said = '12 postings of copy are counted with jobs of another source';
    const none = { ...response, postings: 12, jobs: 0 };
    const of = (filter: object, over: object = {}) =>
      demandTable({ ...none, ...over, filter: { origin: 'own', ...filter } });
    expect(of({ source: 'copy' })).toContain(` · ${said}\n`);
    for (const text of [of({}), of({ source: 'copy', role: 'backend' }), of({ source: 'copy' }, { jobs: 1 })])
      expect(text).not.toContain('another source');
    const sources = [
      { source: 'first', origin: 'own' as const, postings: 12, jobs: 12 },
      { source: 'copy', origin: 'own' as const, postings: 12, jobs: 0 },
    ];
    const { answeredFrom } = response;
    expect(sourcesTable({ origin: 'own', sources, answeredFrom }).split('\n').slice(-2)[1]).toBe(said);
    expect(sourcesTable({ origin: 'own', sources: sources.slice(0, 1), answeredFrom })).not.toContain(
      'another source',
    );
  });

  test('of a source of which fewer than half the postings are jobs, answers about jobs and sources say so', () => {
    const said = '78 of 80 postings of copy are counted with another posting, of copy or of another source';
    const of = (jobs: number, filter: object = {}, counted: 'jobs' | 'postings' = 'jobs') =>
      demandTable({ ...response, counted, postings: 80, jobs, filter: { source: 'copy', ...filter } });
    expect(of(2)).toContain(` · ${said}: skillstream postings --source copy says which\n`);
    for (const text of [of(40), of(2, { role: 'backend' }), of(2, {}, 'postings')])
      expect(text).not.toContain('another source');
    const sources = (jobs?: number) =>
      sourcesTable({
        ...{ origin: 'own', answeredFrom: response.answeredFrom },
        sources: [{ source: 'copy', origin: 'own', postings: 80, ...(jobs !== undefined && { jobs }) }],
      });
    expect(sources(2)).toContain(`\n${said}`);
    for (const text of [sources(40), sources()]) expect(text).not.toContain('another source');
  });

  test('demand without skills says so', () => {
    expect(demandTable({ ...response, skills: [] })).toContain('no skills in these');
  });

  const row = {
    ...{ source: 'hn', accepted: 4, pending: 0, inFlight: 0, counted: 1, deadLettered: 0 },
    ...{ retracted: 2, missing: 1 },
  };
  const ledgerOf = (change: object, claims: { idle: boolean; balanced: boolean }) =>
    ledgerTable({ rows: [row], total: { ...row, source: 'total', ...change }, ...claims });

  test('a ledger that does not balance is not to be overlooked, and says what to do', () => {
    const text = ledgerOf({}, { idle: true, balanced: false });
    expect(text).toContain(
      'NOT BALANCED: 1 posting is missing. skillstream verify names each, skillstream repair has it published again',
    );
    expect(text).not.toContain('unless');
    expect(ledgerOf({ expired: 2 }, { idle: true, balanced: false })).toContain(
      'skillstream repair has it published again, unless its text has expired',
    );
    expect(text).toMatch(/\(total\) +│ +4 │ +0 │ +0 │ +1 │ +0 │ +2 │ +1/);
    expect(ledgerOf({ missing: 0 }, { idle: true, balanced: false })).toContain(
      'NOT BALANCED: not every posting is counted as accepted. skillstream verify',
    );
  });

  test('at rest a posting too many is not called missing, and nothing has it published again', () => {
    const text = ledgerOf({ missing: 0, inFlight: -1 }, { idle: true, balanced: false });
    expect(text).toContain('NOT BALANCED: 1 posting too many is counted. skillstream verify finds which');
    expect(text).toMatch(/\(total\) +│ +4 │ +0 │ +-1 │ +1 │/);
    expect(text).not.toMatch(/repair|more than accepted/);
  });

  test('while postings move more counted than accepted is no claim about versions, and no number is below 0', () => {
    const moving = { idle: false, balanced: false };
    const text = ledgerOf({ pending: 2, inFlight: -80 }, moving);
    expect(text).toMatch(/\(total\) +│ +4 │ +2 │ +0 │ +1 │/);
    expect(text).toMatch(
      /\nthese figures name 80 postings more than accepted: services report at different moments; at rest the sum holds$/,
    );
    expect(text).not.toContain('version');
    expect(ledgerOf({}, moving)).not.toContain('more than accepted');
  });

  test('a ledger says how many postings have expired, and nothing where none has', () => {
    const still = { idle: true, balanced: true };
    expect(ledgerOf({ expired: 1 }, still)).toMatch(
      /\nof these 1 posting has expired: the text is gone, the posting counts$/,
    );
    expect(ledgerOf({}, still)).not.toContain('expired');
  });

  test('a ledger claims nothing while postings move, and reads one of the release before', () => {
    expect(ledgerOf({}, { idle: false, balanced: false })).toContain('ledger: postings are moving\n');
    const { retracted: _retracted, missing: _missing, ...before } = row;
    const text = ledgerTable({ rows: [before], total: before, idle: true, balanced: true });
    expect(text).toContain('ledger: balanced\n');
  });
});

describe('options', () => {
  const options = { top: { type: 'string' } } as const;
  test.each([
    [['--nope'], "Unknown option '--nope'"],
    [['a', 'b'], 'unexpected: b'],
    [[], 'FILE is missing'],
  ])('%p is refused with exit code 2', (args, message) => {
    expect(() => readArgs(args, options, { min: 1, max: 1, names: ['FILE'] })).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringContaining(message) }),
    );
  });

  test.each(['0', '65536', '1.5', 'x', ''])('"%s" is no port', (text) => {
    expect(() => wholeNumber('port', text, 1, 65_535)).toThrow('--port takes a whole number from 1 to 65535');
  });
});

describe('what comes from outside', () => {
  const evil = 'a\u001b[2J\n\u202eb\u009b';
  const shown = 'a\\u{1b}[2J\\u{a}\\u{202e}b\\u{9b}';

  test('stays on the line of its cell, and is written out there', () => {
    const text = table([evil, 'n'], [[evil, 1]], [1]);
    expect(text.split('\n')).toHaveLength(5);
    expect(text.split(shown)).toHaveLength(3);
    expect(table(['n'], [['x'.repeat(100_000)]]).length).toBeLessThan(11_000);
  });

  test('is written out by whatever prints, but for the ends of lines', () => {
    const written: unknown[] = [];
    const spies = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, 'write').mockImplementation((text) => written.push(text) > 0),
    );
    print(evil);
    note(evil);
    printJson({ [evil]: evil });
    spies.forEach((spy) => spy.mockRestore());
    const lines = 'a\\u{1b}[2J\n\\u{202e}b\\u{9b}\n';
    const json = '"a\\u001b[2J\\n\\u202eb\\u009b"';
    expect(written).toEqual([lines, lines, `{${json}:${json}}\n`]);
  });

  test('names no file but by letters that every system and shell takes, and no folder', () => {
    const name = reportPath('/r', `../x/${evil.repeat(50)};$(id) .json`, new Date(0));
    expect(name).toMatch(/^\/r\/load-[\w.-]{100}-1970-01-01T00-00-00-000Z\.ndjson$/);
  });
});
