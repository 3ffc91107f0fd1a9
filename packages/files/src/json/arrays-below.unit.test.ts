import { describe, expect, test } from '@jest/globals';
import { readFile } from '../testing.ts';
import { arrayBelowKey } from './array-below.ts';

const lines = (...rows: unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

describe('an array below a key', () => {
  const rows = '[\n{"id": 1, "title": "Sailor", "text": "a"},\n{"id": 2, "title": "Mate", "text": "b"}]';
  test.each([
    ['one key', `{"jobs": ${rows}}`, [1, 2]],
    [
      'several',
      `{\n"meta": {"pages": [{"n": 1}]},\n"data": {"search": {"results": ${rows}, "more": [3]}}\n}`,
      [3, 4],
    ],
  ])('is found below %s, with the lines of the file', async (_what, content, at) => {
    for (const size of [1, 7, 1000]) {
      const { format, postings, lineNumbers, error } = await readFile(content, {}, size);
      expect([format, error]).toEqual([{ kind: 'below' }, null]);
      expect(postings).toMatchObject([{ sourceId: '1', description: 'a' }, { sourceId: '2' }]);
      expect(lineNumbers).toEqual(at.map((line) => line + 1));
    }
  });

  test('is none where it is one of a posting, or of a line', async () => {
    const single = JSON.stringify({
      id: 1,
      title: 'Sailor',
      places: [{ city: 'Kiel' }],
      text: 'a "jobs": [{',
    });
    expect((await readFile(single)).postings).toMatchObject([{ sourceId: '1', title: 'Sailor' }]);
    const ours = lines(...[1, 2].map((id) => ({ id, text: 'a', items: [{ a: 1 }] })));
    expect((await readFile(ours)).postings).toHaveLength(2);
  });

  test.each([
    [
      'on the next line',
      '{\n"jobs": [{"id": 1, "text": "a"}], "total": {"n": 2}}\n{"jobs": [{"id": 2, "text": "b"}]}',
      3,
    ],
    ['at once', '{"a": {"jobs": [{"id": 1, "text": "a"}]}}{"jobs": [{"id": 2, "text": "b"}]}', 1],
  ])(
    'behind which another value begins %s is read, and an error says what was not',
    async (_, content, line) => {
      const { postings, error } = await readFile(content);
      expect(postings).toHaveLength(1);
      expect(error).toBe(`something stands behind the end of the object, on line ${line}, and was not read`);
    },
  );

  const a = '{"id": 1, "title": "Sailor", "text": "a"}';
  const b = '{"id": 2, "title": "Mate", "text": "b"}';
  test.each([
    ['each of another object', `{"berlin": {"jobs": [${a}]}, "paris": {"jobs": [${b}]}}`],
    ['one below a key that is not known', `{"jobs": [${a}], "internships": [${b}]}`],
    ['the first below a key that is not known', `{"internships": [${a}], "meta": {"n": 1}, "jobs": [${b}]}`],
    [
      'others between them',
      `{"jobs": [${a}], "facets": [{"name": "x", "n": 1}, 7], "ids": [1], "items": [${b}]}`,
    ],
    ['behind elements that show nothing', `{"jobs": [${a}], "more": [${b}]}`],
    [
      'below a key that is not known, alone',
      `{"company": "Acme", "description": "We", "open": [${a}, ${b}]}`,
    ],
  ])('next to another is read as well: %s', async (_what, content) => {
    for (const size of [1, 7, 1000]) {
      const { postings, error, faults } = await readFile(content, {}, size);
      expect([error, faults]).toEqual([null, []]);
      expect(postings).toMatchObject([{ description: 'a' }, { description: 'b' }]);
    }
  });

  test.each([
    [
      'a bracket too many',
      `{"jobs": [${a}]\n}, "more": [${b}]}`,
      'something stands behind the end of the object, on line 2, and was not read',
    ],
    [
      'a bracket of an array too many',
      `{"jobs": [${a}]\n], "more": [${b}]}`,
      'is no JSON from line 2 on, which was not read',
    ],
    [
      'an element behind the array',
      `{"jobs": [${a}]\n, ${b}]}`,
      'is no JSON from line 2 on, which was not read',
    ],
    [
      'a bracket too many in an element',
      `{"jobs": [${a}},\n${b}]}`,
      'something stands behind the end of the array, on line 1, and was not read',
    ],
    ['no end', `{"data": {"jobs": [${a}]}\n`, 'breaks off on line 2, before the object ends'],
  ])(
    'in a file that is no JSON behind it is an error, after what could be read: %s',
    async (_what, content, why) => {
      for (const size of [1, 7, 1000]) {
        const { postings, error } = await readFile(content, {}, size);
        expect([postings.length, error]).toEqual([1, why]);
      }
    },
  );

  test('whose first elements show nothing is read from there on, and they are named', async () => {
    const long = JSON.stringify({ id: 3, title: 'Long', text: 'x'.repeat(5_000_000) });
    const content = `{"jobs": [${a}], "more": [${long}, null, ${b}]}`;
    const { postings, faults } = await readFile(content, {}, 64 * 1024);
    expect(postings.filter((one) => one !== null)).toMatchObject([
      { description: 'a' },
      { description: 'b' },
    ]);
    expect(faults[0]![2]).toMatch(/is longer than/);
  });

  test.each([
    ['companies', '{"jobs": [A], "companies": [{"id": 9, "title": "Acme", "text": "We make"}]}'],
    ['facets below the same key', '{"results": [A], "facets": {"city": {"results": [{"name": "Kiel"}]}}}'],
    ['things with two keys of theirs', '{"jobs": [A], "things": [{"id": 9, "title": "Sea"}]}'],
    ['what an API includes', '{"data": [A], "included": [{"id": 9, "title": "a", "text": "b"}]}'],
  ])('has nothing beside it that is no posting: %s', async (_what, content) => {
    const { postings, error } = await readFile(content.replace('A', a));
    expect([postings.length, error]).toEqual([1, null]);
  });

  test('is looked for by work that grows as the beginning does', () => {
    const beginning = (n: number) =>
      `{"title":"x",${Array.from({ length: n }, (_, i) => `"k${i}":"","data":[{}],`).join('')}`;
    const workOf = (n: number): number => {
      const text = beginning(n);
      let least = Infinity;
      for (let run = 0; run < 5; run += 1) {
        const { user, system } = process.cpuUsage();
        arrayBelowKey(text);
        const used = process.cpuUsage({ user, system });
        least = Math.min(least, used.user + used.system);
      }
      return least;
    };
    workOf(200);
    expect(workOf(3200) / workOf(400)).toBeLessThan(32);
  });

  test.each([
    [
      'similar ones, beside an id',
      { id: 1, title: 'Sailor', description: 'a', items: [{ title: 'b', description: 'c' }] },
    ],
    ['paragraphs', { id: 1, title: 'Sailor', description: 'a', content: [{ type: 'p', text: 'b' }] }],
    ['things', { id: 1, items: [{ a: 1 }], name: 'Sailor', description: 'a' }],
    ['lines, behind its title', { id: 1, title: 'Sailor', text: 'a', data: [{ body: 'x' }] }],
  ])('is none where a posting has it as a list of its own, of %s', async (_what, posting) => {
    const { format, postings } = await readFile(JSON.stringify(posting));
    expect([format.kind === 'below', postings]).toMatchObject([
      false,
      [{ title: 'Sailor', description: 'a' }],
    ]);
  });

  test('is one below a title and description of the whole, where its elements have their own', async () => {
    const feed = {
      title: 'Jobs',
      description: 'All of ours',
      items: [{ id: 1, title: 'Sailor', text: 'a' }],
    };
    expect((await readFile(JSON.stringify(feed))).postings).toMatchObject([
      { title: 'Sailor', description: 'a' },
    ]);
  });

  test('is read with any number of arrays and keys beside it', async () => {
    const content = (n: number) =>
      `{"jobs": [${a}], "other": [${'{"x": [[{"y": 1}]]},'.repeat(n)} 1], "more": {${'"k": {"l": "m"},'.repeat(n)} "z": 1}}`;
    const { postings, error } = await readFile(content(20_000), {}, 64 * 1024);
    expect([postings.length, error]).toEqual([1, null]);
  });

  test('of postings of another kind is refused by its key, and one that lacks a key is read', async () => {
    const other = { name: 'Cook', body: 'c', pay: 'x' };
    const content = JSON.stringify({
      jobs: [{ id: 1, title: 'Sailor', text: 'a', place: 'Kiel' }],
      kitchen: [other, other],
      trainees: [
        { id: 2, title: 'Boy', place: 'Kiel' },
        { id: 3, title: 'Girl', text: 'd' },
      ],
      pages: [{ id: 1, name: 'Home' }],
    });
    const { postings, faults } = await readFile(content);
    expect(postings).toMatchObject([{ sourceId: '1' }, { sourceId: '2' }, { sourceId: '3' }]);
    expect(faults).toEqual([[1, '', 'of "kitchen" is not like those of "jobs", and was not read']]);
  });

  test('takes work in proportion to its beginning where brackets close what they did not open', () => {
    const workOf = (n: number): number => {
      const text = `{${'[{{]'.repeat(n)}`;
      let least = Number.POSITIVE_INFINITY;
      for (let run = 0; run < 5; run += 1) {
        const { user, system } = process.cpuUsage();
        arrayBelowKey(text);
        const used = process.cpuUsage({ user, system });
        least = Math.min(least, used.user + used.system);
      }
      return least;
    };
    workOf(400);
    expect(workOf(16_000)).toBeLessThan(40 * Math.max(200, workOf(2000)));
  });

  test('says what stands beside it for all of its postings, which is not read', async () => {
    const content = `{"employer": "Acme", "country": "DE", "title": "Jobs", "n": 1, "jobs": [${a}]}`;
    const { format, postings } = await readFile(content);
    expect(format).toEqual({ kind: 'below', beside: ['organization', 'country'] });
    expect(postings[0]).not.toHaveProperty('organization');
  });

  test('that breaks off is an error, after what could be read', async () => {
    const { postings, error } = await readFile('{"jobs": [{"id": 1, "text": "a"},\n{"id": 2, ');
    expect([postings.length, error]).toEqual([1, 'breaks off in the middle of what begins on line 2']);
  });
});

test('rows of JSON with other keys than those before them are read by the keys that they have', async () => {
  const content = lines(
    { id: 1, title: 'Sailor', text: 'a' },
    { uuid: 2, role: 'Mate', body: 'b' },
    { id: null, key: 'jobs', title: null, name: 'Acme', text: 'd' },
    { id: null, key: 'jobs', title: 'Cook', text: 'e' },
    { id: 3, role: '', title: 'Cook', text: '', body: 'not this one' },
  );
  const { postings } = await readFile(content);
  expect(postings).toMatchObject([
    { sourceId: '1', title: 'Sailor', description: 'a' },
    { sourceId: '2', title: 'Mate', description: 'b' },
    { sourceId: expect.stringMatching(/^[0-9a-f]{32}$/), description: 'd' },
    { sourceId: expect.stringMatching(/^[0-9a-f]{32}$/), title: 'Cook' },
    { sourceId: '3', title: 'Cook' },
  ]);
  expect(postings[2]).not.toHaveProperty('title');
});

test('dates in several columns of theirs say together what comes first in them', async () => {
  const row = (id: number, dates: object) => ({ id, text: 'a', ...dates });
  const { postings, faults } = await readFile(
    lines(
      row(1, { datePosted: '10/21/2025' }),
      row(2, { published: '21/11/2025' }),
      row(3, { published: '03/11/2025' }),
    ),
  );
  expect(postings).toHaveLength(2);
  expect(faults[0]).toMatchObject([3, 'published', expect.stringMatching(/both/)]);
});
