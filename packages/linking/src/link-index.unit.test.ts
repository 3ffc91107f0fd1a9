import { describe, expect, test } from '@jest/globals';
import { postingOf, textOf } from './fixtures.ts';
import { createLinkIndex } from './link-index.ts';
import { indexKeysOf, signatureOf, type LinkedPosting } from './signature.ts';

const found = (first: Partial<LinkedPosting>, second: Partial<LinkedPosting>): number[] => {
  const index = createLinkIndex<number>();
  index.add(1, signatureOf(postingOf(first)));
  return index.add(2, signatureOf(postingOf(second)));
};
const edited = `${textOf(1, 380)} ${textOf(9, 20)}`;

describe('the index', () => {
  test.each<[string, Partial<LinkedPosting>, number[]]>([
    ['the same text', {}, [1]],
    ['an edited text', { description: edited }, [1]],
    ['an edited text without an organization', { description: edited, organization: null }, [1]],
    ['another text under the same title', { description: textOf(2) }, [1]],
    ['another text and title', { description: textOf(2), title: 'Cook' }, []],
    ['the text of another organization', { organization: 'Other' }, []],
    ['the text of the organization under a longer name', { organization: 'Acme Robotics' }, [1]],
    ['the text in another country', { location: { country: 'AT', region: null, city: null } }, [1]],
    [
      'the text in another country without an organization',
      { location: { country: 'AT', region: null, city: null }, organization: null },
      [1],
    ],
  ])('asked for %s finds %j, whichever was first', (_, other, expected) => {
    expect(found({}, other)).toEqual(expected);
    expect(found(other, {})).toEqual(expected);
  });

  test.each([
    ['Acme | Berlin | ONSITE', 'Acme | Munich | ONSITE', [1]],
    ['Cooks, Engineers and Designers', 'Acme | Berlin | ONSITE', [1]],
    ['Senior Cook', 'Cook', []],
  ])('leads from "%s" to "%s" of another text: %j', (title, other, expected) => {
    expect(found({ title }, { title: other, description: textOf(2) })).toEqual(expected);
  });

  test('has no keys for a posting that names nobody and says next to nothing, which is of no job with another', () => {
    const keysOf = (words: number, organization: string | null) =>
      indexKeysOf(signatureOf(postingOf({ description: textOf(1, words), organization }))).stored.length;
    expect([keysOf(19, null), keysOf(20, null), keysOf(19, 'Acme')]).toEqual([0, 33, 67]);
  });

  test('makes about twice the comparisons for twice the postings', () => {
    const comparisonsOf = (postings: number): number => {
      const index = createLinkIndex<number>();
      let comparisons = 0;
      for (let at = 0; at < postings; at += 1) {
        // Three postings of a job, and the company's own 100 words in each.
        const organization = `Company ${Math.floor(at / 60)}`;
        const description = `${textOf(Math.floor(at / 60) + 10_000, 100)} ${textOf(Math.floor(at / 3), 200)}`;
        comparisons += index.add(at, signatureOf(postingOf({ organization, description }))).length;
      }
      return comparisons;
    };
    const [once, twice] = [comparisonsOf(300), comparisonsOf(600)];
    expect(once).toBeGreaterThanOrEqual(300);
    expect(twice / once).toBeLessThan(2.2);
  });

  test('has 67 keys of each kind for a posting at most', () => {
    for (const organization of ['Acme', null]) {
      const { stored, sought } = indexKeysOf(signatureOf(postingOf({ organization })));
      expect(Math.max(stored.length, sought.length)).toBeLessThanOrEqual(67);
    }
  });

  test('names the newest hundred of the postings of one text', () => {
    const index = createLinkIndex<number>();
    const signature = signatureOf(postingOf());
    const last = Array.from({ length: 300 }, (_, at) => index.add(at, signature)).at(-1)!;
    expect(last).toEqual(Array.from({ length: 100 }, (_, at) => at + 199));
  });
});
