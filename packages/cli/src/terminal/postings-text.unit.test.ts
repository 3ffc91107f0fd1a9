import { expect, test } from '@jest/globals';
import type { ListedPosting, PostingsPage, PostingsQuery } from '@skillstream/contracts';
import { postingsText } from './postings-text.ts';

const posting = (over: Partial<ListedPosting> = {}): ListedPosting => ({
  ...{ postingId: 'acme.1', sourceId: '4711', title: 'Sail engineer', version: 1, state: 'live' },
  ...over,
});
const linesOf = (text: string) => text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());

test('a posting is listed by its id, its id at the source, its title and its state', () => {
  const expired = posting({ postingId: 'acme.2', title: null, state: 'expired' });
  const gone = posting({ postingId: 'acme.3', sourceId: null, title: null, state: 'retracted' });
  const page = { postings: [posting(), expired, gone], next: null };
  const lines = linesOf(postingsText(page, { source: 'acme' }));
  expect(lines[0]).toBe('3 postings of source acme');
  expect(lines.filter((line) => /acme\.|title/.test(line))).toEqual([
    '│ id │ source id │ title │ state │',
    '│ acme.1 │ 4711 │ Sail engineer │ live │',
    '│ acme.2 │ 4711 │ – │ expired │',
    '│ acme.3 │ – │ – │ retracted │',
  ]);
});

test('of postings of a job is said which one counts, and nothing of one that is alone', () => {
  const postings = [
    posting({ job: 'acme.1:1', primary: true }),
    posting({ postingId: 'other.1', job: 'acme.1:1', primary: false }),
    posting({ postingId: 'other.2' }),
  ];
  const lines = linesOf(postingsText({ postings, next: null }, { job: 'acme.1:1' }));
  expect(lines[0]).toBe('3 postings of job acme.1:1');
  expect(lines.filter((line) => /live|title/.test(line))).toEqual([
    '│ id │ source id │ title │ state │ job │ counts as the job │',
    '│ acme.1 │ 4711 │ Sail engineer │ live │ acme.1:1 │ yes │',
    '│ other.1 │ 4711 │ Sail engineer │ live │ acme.1:1 │ no │',
    '│ other.2 │ 4711 │ Sail engineer │ live │ │ │',
  ]);
});

test('of a whole source is said how many are counted with jobs of another one, of a part nothing', () => {
  const postings = [
    posting({ job: 'first.1:1', primary: false }),
    posting({ postingId: 'acme.2', job: 'first.1:1', primary: false, state: 'expired', title: null }),
    posting({ postingId: 'acme.3', job: 'acme.3:1', primary: false }),
    posting({ postingId: 'acme.4', job: 'acme.3:1', primary: true }),
    posting({ postingId: 'acme.5' }),
  ];
  const said = 'are counted with jobs of another source';
  const last = (page: PostingsPage, asked: PostingsQuery) => linesOf(postingsText(page, asked)).at(-1);
  expect(last({ postings, next: null }, { source: 'acme' })).toBe(`2 postings of acme ${said}`);
  const others: [PostingsPage, PostingsQuery][] = [
    [{ postings: postings.slice(2), next: null }, { source: 'acme' }],
    [{ postings, next: 'acme.5' }, { source: 'acme' }],
    [
      { postings, next: null },
      { source: 'acme', after: 'acme.0' },
    ],
    [{ postings, next: null }, { job: 'first.1:1' }],
  ];
  for (const [page, asked] of others) expect(postingsText(page, asked)).not.toContain('another source');
});

test('where there are more the command for them is named, as a shell takes it', () => {
  const asked = { source: 'acme', job: "it's $x", limit: 1 };
  expect(
    postingsText({ postings: [posting()], next: 'acme.1' }, asked)
      .split('\n')
      .at(-1),
  ).toBe("there are more: skillstream postings --source acme --job 'it'\\''s $x' --limit 1 --after acme.1");
});

test('no posting is said, without a table', () => {
  expect(postingsText({ postings: [], next: null }, { source: 'acme' })).toBe('0 postings of source acme');
});

test('what a gateway sends reaches no terminal as control characters, and a title is cut', () => {
  const wicked = posting({ title: `\u001b[2J${'x'.repeat(100)}`, sourceId: '\u009b1' });
  const text = postingsText({ postings: [wicked], next: 'a\u001b' }, { source: 'acme' });
  // eslint-disable-next-line no-control-regex -- it is what is looked for
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  expect(text).toContain(`${'x'.repeat(56)}…`);
  expect(text).not.toContain('x'.repeat(57));
});
