import { describe, expect, test } from '@jest/globals';
import { goneFrom, type ListRead } from './gone.ts';

const ids = (count: number) => Array.from({ length: count }, (_, i) => `id-${i}`);
const read = (known: number, listed: number, more: Partial<ListRead> = {}) =>
  goneFrom({
    ...{ known: ids(known), listed: new Set(ids(listed)), isComplete: true, nameless: 0 },
    ...{ newestOnly: false, isResumed: false, acceptsDrop: false, onePage: true, missed: [], ...more },
  });

test('what a complete list no longer has is gone', () => {
  expect(read(3, 2)).toEqual({ gone: ['id-2'], isWhole: true, reason: null, isDrop: false, missed: [] });
});

test('what is new is not', () => {
  expect(read(2, 3)).toEqual({ gone: [], isWhole: true, reason: null, isDrop: false, missed: [] });
});

describe('nothing is gone', () => {
  test('where a part of it was read, and what was known stays known', () => {
    expect(read(3, 2, { isComplete: false })).toEqual({
      gone: [],
      isWhole: false,
      reason: null,
      isDrop: false,
      missed: [],
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
        missed: [],
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
      missed: [],
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
    ['was read by two runs', { isResumed: true }],
    ['has a job without an id', { nameless: 1 }],
  ])('one that %s changes nothing but for what it has', (_, more) => {
    const missed = ['id-1', 'id-2'];
    expect(read(3, 2, { ...pages, missed, ...more })).toMatchObject({ gone: [], missed: ['id-2'] });
  });

  test('most of it at once is refused at once, and accepted of what two of them lack', () => {
    const refused = read(10, 4, pages);
    expect(refused).toMatchObject({ gone: [], isDrop: true, isWhole: false, missed: ids(10).slice(4) });
    const accepted = read(10, 3, { ...pages, missed: refused.missed, acceptsDrop: true });
    expect(accepted).toMatchObject({ gone: ids(10).slice(4), isWhole: true, missed: ['id-3'] });
  });
});
