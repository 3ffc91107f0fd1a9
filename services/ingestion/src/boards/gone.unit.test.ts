import { describe, expect, test } from '@jest/globals';
import { goneFrom, type Gone, type ListRead } from './gone.ts';

const ids = (count: number) => Array.from({ length: count }, (_, i) => `id-${i}`);
const read = (known: number, listed: number, more: Partial<ListRead> = {}) =>
  goneFrom({
    ...{ known: ids(known), listed: new Set(ids(listed)), isComplete: true, nameless: 0 },
    ...{ newestOnly: false, isResumed: false, acceptsDrop: false, onePage: true },
    ...{ missed: [], refused: [], ...more },
  });

test('what a complete list no longer has is gone', () => {
  expect(read(3, 2)).toEqual({
    gone: ['id-2'],
    isWhole: true,
    reason: null,
    isDrop: false,
    missed: [],
    refused: [],
  });
});

test('what is new is not', () => {
  expect(read(2, 3)).toEqual({
    gone: [],
    isWhole: true,
    reason: null,
    isDrop: false,
    missed: [],
    refused: [],
  });
});

describe('nothing is gone', () => {
  test('where a part of it was read, and what was known stays known', () => {
    expect(read(3, 2, { isComplete: false })).toEqual({
      gone: [],
      isWhole: false,
      reason: null,
      isDrop: false,
      ...{ missed: [], refused: [] },
    });
  });

  test('where a job has no id, and that is said', () => {
    expect(read(3, 2, { nameless: 1 })).toMatchObject({
      ...{ gone: [], isWhole: false },
      reason: expect.stringContaining('1 of the jobs have no id'),
    });
  });

  test.each([0, 1])(
    'where the list has the newest jobs alone, %i without an id, but those that it has are what is known',
    (nameless) => {
      expect(read(3, 2, { newestOnly: true, nameless })).toEqual({
        gone: [],
        isWhole: true,
        reason: null,
        isDrop: false,
        ...{ missed: [], refused: [] },
      });
    },
  );

  test('where another run had read a part of it, and that is said', () => {
    expect(read(3, 2, { isResumed: true })).toMatchObject({
      ...{ gone: [], isWhole: false },
      reason: expect.stringContaining('broken off'),
    });
  });
});

describe('more than half of a list at once', () => {
  test.each([
    ['of ten is not believed', 10, 4, false],
    ['half of it is', 10, 5, true],
    ['of a shorter one is', 9, 0, true],
    ['all of a long one is not', 10, 0, false],
  ])('%s', (_, known, listed, isWhole) => {
    const found = read(known, listed);
    expect(found.isWhole).toBe(isWhole);
    expect(found.gone).toHaveLength(isWhole ? known - listed : 0);
    expect(found.isDrop).toBe(!isWhole);
    if (!isWhole) expect(found.reason).toContain(`${known - listed} of ${known} jobs are gone at once`);
  });

  test('is gone where somebody accepts it', () => {
    const gone = ids(10);
    expect(read(10, 0, { acceptsDrop: true })).toEqual({
      gone,
      isWhole: true,
      reason: null,
      isDrop: false,
      ...{ missed: [], refused: [] },
    });
  });

  test.each<[string, Partial<ListRead>]>([
    ['was read in part', { isComplete: false }],
    ['was read by two runs', { isResumed: true }],
    ['has a job without an id', { nameless: 1 }],
  ])('is not, accepted or not, of a list that %s', (_, more) => {
    expect(read(10, 0, { acceptsDrop: true, ...more })).toMatchObject({ gone: [], isDrop: false });
  });
});

describe('of a list of several pages, whose jobs move while they are read,', () => {
  const pages = { onePage: false };
  /** What the next run is told of one. */
  const noted = ({ missed, refused }: Gone) => ({ missed, refused });

  test('what one lacks is missed, and not gone', () => {
    expect(read(3, 2, pages)).toMatchObject({ gone: [], missed: ['id-2'], isWhole: true, reason: null });
  });

  test('what two in a row lack is gone', () => {
    expect(read(3, 1, { ...pages, missed: ['id-2'] })).toMatchObject({ gone: ['id-2'], missed: ['id-1'] });
  });

  test('what is back is missed no more', () => {
    expect(read(3, 3, { ...pages, missed: ['id-2'] })).toMatchObject({ gone: [], missed: [] });
  });

  test.each<[string, Partial<ListRead>]>([
    ['was read in part', { isComplete: false }],
    ['has a job without an id', { nameless: 1 }],
  ])('one that %s changes nothing but for what it has', (_, more) => {
    const [missed, refused] = [
      ['id-1', 'id-2'],
      ['id-0', 'id-3'],
    ];
    expect(read(4, 2, { ...pages, missed, refused, ...more })).toMatchObject({
      ...{ gone: [], missed: ['id-2'], refused: ['id-3'] },
    });
  });

  test('most of it at once is refused at once, and accepted of what two of them lack', () => {
    const { missed, refused, ...how } = read(10, 4, pages);
    expect(how).toMatchObject({ gone: [], isDrop: true, isWhole: false });
    const accepted = read(10, 3, { ...pages, missed, refused, acceptsDrop: true });
    expect(accepted).toMatchObject({ gone: ids(10).slice(4), isWhole: true, missed: ['id-3'], refused: [] });
  });

  test('what a list lacks that is believed makes no drop of the next one, which closes it', () => {
    const first = read(100, 70, pages);
    expect(first).toMatchObject({ gone: [], isDrop: false });
    const second = read(100, 45, { ...pages, ...noted(first) });
    expect(second).toMatchObject({ gone: ids(100).slice(70), isWhole: true, missed: ids(70).slice(45) });
  });

  test('a list that is not believed confirms nothing, however often it comes', () => {
    const first = read(100, 70, pages);
    const drop = { gone: [], isDrop: true, isWhole: false, missed: ids(100).slice(70) };
    const second = read(100, 30, { ...pages, ...noted(first) });
    expect(second).toMatchObject({ ...drop, reason: expect.stringContaining('40 of 70 jobs are gone') });
    expect(read(100, 30, { ...pages, ...noted(second) })).toMatchObject(drop);
    const most = { ...pages, ...noted(second), acceptsDrop: true };
    expect(read(100, 30, most)).toMatchObject({ gone: ids(100).slice(30), isWhole: true });
    // What it lacked is not gone by one list that is believed.
    expect(read(100, 65, { ...pages, ...noted(second) })).toMatchObject({
      ...{ gone: ids(100).slice(70), missed: ids(70).slice(65), refused: [] },
    });
  });

  test('a drop that is accepted though no refused list was noted is closed by the next list, and not refused', () => {
    const accepted = read(100, 30, { ...pages, acceptsDrop: true });
    expect(accepted).toMatchObject({ gone: [], missed: ids(100).slice(30), isWhole: true, isDrop: false });
    const next = read(100, 30, { ...pages, ...noted(accepted) });
    expect(next).toMatchObject({ gone: ids(100).slice(30), missed: [], isWhole: true, isDrop: false });
  });

  test('what is back counts as there: the others are judged by all of it', () => {
    const missed = ids(100).slice(0, 30);
    expect(read(100, 60, { ...pages, missed })).toMatchObject({ gone: [], isDrop: false });
  });
});
