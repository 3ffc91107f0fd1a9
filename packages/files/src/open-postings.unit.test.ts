import { describe, expect, test } from '@jest/globals';
import { readFile } from './testing.ts';

const lines = (...rows: unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');

describe('rows of JSON', () => {
  test('that are postings as ingestion takes them go as they are, with all their faults', async () => {
    const ours = { source: 'a', sourceId: '1', title: 7 };
    const { postings, mapping } = await readFile(lines(ours));
    expect([postings, mapping.mapped()]).toEqual([[ours], []]);
  });

  test('that have other fields are mapped by their names, numbers as text, and the rest is named', async () => {
    const { postings, mapping } = await readFile(
      lines({
        ...{ id: 17, job_title: 'Sailor', company: { name: 'Paper Boats', size: 7 }, description: 'We fold' },
        ...{ is_remote: true, location: { city: 'Kiel', country: 'DE' }, shoe: null },
        ...{ site: 'Job Board', date_posted: 1761004800 },
      }),
    );
    expect(postings).toEqual([
      {
        ...{ source: 'job-board', sourceId: '17', title: 'Sailor', organization: 'Paper Boats' },
        ...{ description: 'We fold', location: { city: 'Kiel' }, country: 'DE', remote: true },
        datePosted: '2025-10-21T00:00:00.000Z',
      },
    ]);
    expect(mapping.leftOut()).toEqual([{ column: 'company.size', for: null }]);
  });

  test('with ids of more digits than numbers have keep each of them', async () => {
    const { postings } = await readFile(
      '{"id": 1234567890123456789, "text": "a"}\n{"id": 1234567890123456788, "text": "b"}',
    );
    expect(postings).toMatchObject([
      { sourceId: '1234567890123456789' },
      { sourceId: '1234567890123456788' },
    ]);
  });

  test('that look like Ashby’s and have no id of it are mapped as any other', async () => {
    const row = { id: 7, company: 'Paper Boats', postedAt: '2025-10-21', description: 'We fold' };
    expect((await readFile(lines(row))).postings).toMatchObject([
      { source: 'file', sourceId: '7', organization: 'Paper Boats', datePosted: '2025-10-21' },
    ]);
  });

  test('that lack the source or the id of ours get one', async () => {
    const { postings } = await readFile(
      lines({ title: 'Sailor', description: 'We fold', url: 'https://a.example' }),
    );
    expect(postings).toEqual([
      {
        ...{ source: 'file', sourceId: 'https://a.example', title: 'Sailor' },
        ...{ description: 'We fold', url: 'https://a.example' },
      },
    ]);
  });

  test('of which none has a description say so, as a table does', async () => {
    expect((await readFile(lines({ id: 1, title: 'Sailor' }))).problem()).toContain('description');
    expect((await readFile(lines({ source: 'a', sourceId: '1' }, { id: 1 }))).problem()).toBeNull();
    const page = { page: 1, results: [{ id: 1, title: 'Sailor', body: 'a' }] };
    const said = 'its values have lists of postings below "results": give the elements of these alone';
    expect((await readFile(lines(page, page))).problem()).toBe(said);
  });

  test('are none where no line is an object, and that is said at once', async () => {
    const none = 'it is no table of two columns or more, no JSON, no XML and no HTML';
    expect((await readFile('title\nSailor\n')).problem()).toBe(none);
    expect((await readFile('{"a": \n')).problem()).toBeNull();
    expect((await readFile('')).problem()).toBeNull();
  });

  test('that have nothing of a posting are refused for that', async () => {
    const { faults } = await readFile(lines({ shoe_size: 7 }));
    expect(faults).toEqual([[1, '', 'has none of the fields of a posting']]);
  });

  test('get the country that somebody gives, where they have none of their own', async () => {
    const content = lines(
      { source: 'a', sourceId: '1', description: 'x' },
      { source: 'a', sourceId: '2', description: 'x', defaultCountry: 'FR' },
      { site: 'b', id: 3, text: 'y', country: 'Spain' },
    );
    expect((await readFile(content, { country: 'DE' })).postings).toMatchObject([
      { sourceId: '1', defaultCountry: 'DE' },
      { sourceId: '2', defaultCountry: 'FR' },
      { sourceId: '3', country: 'Spain', defaultCountry: 'DE' },
    ]);
    expect((await readFile(content)).postings[0]).not.toHaveProperty('defaultCountry');
  });

  test('all have the source that somebody gives', async () => {
    const content = lines({ source: 'a', sourceId: '1', description: 'x' }, { site: 'b', id: 2, text: 'y' });
    const { postings } = await readFile(content, { source: 'mine' });
    expect(postings).toMatchObject([
      { source: 'mine', sourceId: '1' },
      { source: 'mine', sourceId: '2' },
    ]);
  });

  test('in UTF-16 without a byte order mark are read by their first letters', async () => {
    const content = Buffer.from(lines({ source: 'a', sourceId: '1', description: 'für' }), 'utf16le');
    const [little, big] = [await readFile(content), await readFile(Buffer.from(content).swap16())];
    expect([little.encoding, big.encoding]).toEqual(['UTF-16 LE', 'UTF-16 BE']);
    expect([little.postings, big.postings]).toMatchObject([
      [{ description: 'für' }],
      [{ description: 'für' }],
    ]);
  });

  test('in UTF-16 are read by the byte order mark', async () => {
    const content = Buffer.from(
      `\ufeff${lines({ source: 'a', sourceId: '1', description: 'für' })}`,
      'utf16le',
    );
    expect((await readFile(content)).postings).toMatchObject([{ description: 'für' }]);
    expect((await readFile(content.swap16())).postings).toMatchObject([{ description: 'für' }]);
  });
});

describe('a table', () => {
  test('without a byte order mark is UTF-8, or else windows-1252, and says so', async () => {
    const content = `id,description\n${'1,We fold\n'.repeat(20)}2,für 5 €\n`;
    const utf8 = await readFile(content);
    const other = await readFile(Buffer.from(content.replace('€', '\x80'), 'latin1'));
    expect([utf8.encoding, other.encoding]).toEqual(['UTF-8', 'windows-1252']);
    expect(utf8.postings.at(-1)).toMatchObject({ description: 'für 5 €' });
    expect(other.postings).toEqual(utf8.postings);
  });

  test('without a description says that nothing of it can be loaded', async () => {
    const { problem } = await readFile('id,shoe\n1,7\n');
    expect(problem()).toBe('no column is known as the description of a posting');
    const wanted = new Map([['description', 'boot'] as const]);
    expect((await readFile('id,shoe\n1,7\n', { wanted })).problem()).toBe('there is no column boot');
  });

  test('says how many postings lack a date or a place, and which cells were not understood', async () => {
    const { quality } = await readFile(
      'id,description,date,city,is_remote,salary\n1,a,2025-10-21,Kiel,yes,€60k\n2,b,,,maybe,good\n',
    );
    expect(quality()).toEqual({
      ...{ postings: 2, withoutDate: 1, withoutPlace: 1, repeated: 0 },
      unread: new Map([
        ['is_remote', { cells: 1, first: { line: 3 } }],
        ['salary', { cells: 1, first: { line: 3 } }],
      ]),
      ids: new Map([['id', 2]]),
    });
  });

  test('says how many rows are versions of one before them, as rows without an id may be', async () => {
    const ids = await readFile('id,text\n1,a\n2,b\n1,c\n');
    expect(ids.quality().repeated).toBe(1);
    const none = await readFile('title,text,date\nMate,a,2025-10-01\nMate,a,2025-10-02\nCook,a,2025-10-02\n');
    expect(none.quality()).toMatchObject({ repeated: 1, ids: new Map([['content', 3]]) });
  });

  test('words of programs for nothing are nothing, and a region beside a whole place says less', async () => {
    const { postings } = await readFile(
      'id,title,location,region,text\nNULL,Cook,"Berlin, Germany",EMEA,a\nN/A,Mate,-,WA,b\n',
    );
    expect(postings).toMatchObject([
      { sourceId: expect.stringMatching(/^[0-9a-f]{32}$/), location: 'Berlin, Germany' },
      { sourceId: expect.stringMatching(/^[0-9a-f]{32}$/), location: { region: 'WA' } },
    ]);
  });

  test('a feed behind a thousand comments is one, without trying how they may be joined', async () => {
    const item = '<item><title>Mate</title><description>Go</description></item>';
    const feed = `<?xml version="1.0"?>${'<!-- a -->\n'.repeat(1000)}<rss><channel>${item}</channel></rss>`;
    expect((await readFile(feed)).format).toEqual({ kind: 'xml' });
  });

  test('a pay in words goes over as it is, with its currency and period, for ingestion to read', async () => {
    const { postings } = await readFile('id,text,salary,currency\n1,a,60-80k plus equity,EUR\n');
    expect(postings).toMatchObject([{ salaryText: 'EUR 60-80k plus equity' }]);
  });

  test('of JSON without a description that is known says so, also where a line is damaged', async () => {
    const rows = lines({ id: 1, title: 'Sailor', prose: 'We sail' }, [1], {
      id: 2,
      title: 'Mate',
      prose: 'b',
    });
    for (const content of [rows, `${rows}\n{"id": 3,`]) {
      const { problem } = await readFile(content);
      expect(problem()).toBe('no column is known as the description of a posting');
    }
    const mixed = await readFile(`${rows}\n${lines({ source: 'a', sourceId: '1', description: 'b' })}`);
    expect(mixed.problem()).toBeNull();
  });

  test('with a damaged first line of NDJSON is none', async () => {
    const { format } = await readFile('"a": 1, "b": 2}\n{"source":"a","sourceId":"1"}\n');
    expect(format).toEqual({ kind: 'lines' });
  });

  test('words for the workplace count in a column of yes and no, too', async () => {
    const { postings } = await readFile('id,text,remote\n1,a,Hybrid\n2,a,no\n');
    expect(postings).toMatchObject([{ workplace: 'hybrid' }, { remote: false }]);
  });
});

test.each([
  ['[Content_Types].xml', 'is a workbook or document of Office: save it as CSV'],
  ['xl/workbook.xml', 'is a workbook or document of Office: save it as CSV'],
  ['jobs.csv', 'is a zip within something else, and not opened'],
])('a zip that begins with %s is refused, and a workbook is called one', async (name, message) => {
  await expect(readFile(Buffer.from(`PK\x03\x04\x14\0\0\0${name}\xff`, 'latin1'))).rejects.toThrow(message);
});

describe('a table of which something is known already', () => {
  test('with tabs may say so itself, and may have a first column alone in its first line', async () => {
    const rows = 'id\tcity\tdescription\n1\t\tWe fold\n';
    for (const content of [`sep=\t\n${rows}`, `SEP=\t\r\n${rows.replaceAll('\n', '\r\n')}`]) {
      const { format, postings } = await readFile(content, { only: 'table' });
      expect(format).toMatchObject({ kind: 'table', delimiter: '\t' });
      expect(postings).toMatchObject([{ sourceId: '1', description: 'We fold' }]);
    }
    const [half] = (await readFile('description\t\nWe fold\t\n', { only: 'table' })).postings;
    expect(half).toMatchObject({ description: 'We fold' });
  });

  test('is read by it, also where quotes are letters or its first row begins as JSON', async () => {
    const marks = { delimiter: ',', quote: '', escape: '' };
    const { postings, faults } = await readFile('description,id\n{5" of rope,1\n"two,2\n', {
      ...{ only: 'table', marks },
    });
    expect([postings, faults]).toMatchObject([[{ description: '{5" of rope' }, { description: '"two' }], []]);
  });

  test('takes no order of dates from its rows where nobody knows it, and says which dates want one', async () => {
    const content = 'id,description,date\n1,We fold,03/04/2025\n2,We fold,05/26/2025\n';
    const without = await readFile(content);
    expect([without.dates, without.undecided(), without.faults]).toEqual(['mdy', false, []]);
    const none = await readFile(content, { dates: null });
    expect([none.dates, none.undecided(), none.faults.map(([line]) => line)]).toEqual([null, true, [2]]);
  });

  test('remembers no ids where nobody asks for their repeats', async () => {
    const content = 'id,description\n1,We fold\n1,We fold\n';
    expect((await readFile(content)).quality().repeated).toBe(1);
    expect((await readFile(content, { seen: null })).quality()).toMatchObject({
      ...{ postings: 2, repeated: 0 },
    });
  });

  test('counts as a repeat what has the id of a row of another file that is loaded with it', async () => {
    const seen = new Set<number>();
    const repeatsOf = async (content: string) => (await readFile(content, { seen })).quality().repeated;
    expect(await repeatsOf('id,description\n1,We fold\n')).toBe(0);
    expect(await repeatsOf('id,description\n1,We sail\n2,We row\n')).toBe(1);
  });
});

test('a type that is none of a page or an employer hides no posting, and a page with one within is refused', async () => {
  const posting = { '@type': 'JobPosting', title: 'Sailor', description: 'a' };
  const list = { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: posting }] };
  const { postings, faults } = await readFile(
    lines(
      { '@type': 'Vacancy', id: 1, title: 'Mate', description: 'b' },
      { '@type': 'WebPage', name: 'x' },
      { '@type': 'WebPage', mainEntity: posting },
      list,
    ),
  );
  expect(postings).toMatchObject([{ sourceId: '1', title: 'Mate' }]);
  const message = 'is none of a posting, but has one within: give that';
  expect(faults).toEqual([3, 4].map((line) => [line, '@type', message]));
  const page = `<html><script type="application/ld+json">${JSON.stringify([list])}</script></html>`;
  expect((await readFile(page)).postings).toMatchObject([{ title: 'Sailor' }]);
});

test.each<[string, object[], boolean]>([
  ['are postings', [{ source: 'a', sourceId: '1', description: 'x' }], true],
  ['are mapped', [{ id: '1', job_title: 'x', description: 'x' }], false],
  [
    'are no postings',
    [
      { '@type': 'WebPage', name: 'x' },
      { source: 'a', sourceId: '1' },
    ],
    false,
  ],
])('NDJSON says whether its lines go as they are: they %s', async (_name, rows, expected) => {
  expect((await readFile(lines(...rows))).asIs()).toBe(expected);
});
