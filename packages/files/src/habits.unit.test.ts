import { describe, expect, test } from '@jest/globals';
import { readFile } from './testing.ts';

// docs/files.md quotes these names: five habits of tables, each loaded with one flag at most.
const text = (lines: string[]) => lines.join('\n');

describe('a table', () => {
  test('of a German spreadsheet has semicolons and decimal commas, and needs no flag', async () => {
    const { postings, faults, format } = await readFile(
      text([
        'Stellentitel;Unternehmen;Arbeitsort;Gehalt von;Gehalt bis;Währung;Veröffentlicht am;Link;Homeoffice;Beschreibung',
        'Segelmacherin;Papierboote GmbH;Kiel;45.000,00;60.000,50;EUR;21.10.2025;https://jobs.example/1;ja;Wir falten.',
      ]),
    );
    expect(format).toMatchObject({ kind: 'table', delimiter: ';' });
    expect({ postings, faults }).toEqual({
      faults: [],
      postings: [
        {
          source: 'file',
          sourceId: 'https://jobs.example/1',
          title: 'Segelmacherin',
          organization: 'Papierboote GmbH',
          description: 'Wir falten.',
          url: 'https://jobs.example/1',
          location: 'Kiel',
          remote: true,
          salary: { min: 45_000, max: 60_000.5, currency: 'EUR', period: 'year' },
          datePosted: '2025-10-21',
        },
      ],
    });
  });

  test('of Excel as “Unicode text” has tabs in UTF-16, and needs no flag', async () => {
    const rows = text(['Job ID\tJob Title\tDescription', '17\tSegelmacherin für Löcher\tWir falten.']);
    const content = Buffer.from(`\ufeff${rows.replace('\n', '\r\n')}\r\n`, 'utf16le');
    const { postings, encoding, format } = await readFile(content);
    expect([encoding, format]).toMatchObject(['UTF-16 LE', { kind: 'table', delimiter: '\t', quote: '"' }]);
    expect(postings).toEqual([
      { source: 'file', sourceId: '17', title: 'Segelmacherin für Löcher', description: 'Wir falten.' },
    ]);
  });

  test('of a scraper has quoted line breaks, and needs no flag', async () => {
    const { postings, faults } = await readFile(
      text([
        'id,title,description',
        '1,Sailor,"We fold\n""boats"",\nevery day"',
        '2,Mate,"One line"',
        '3,Cook',
      ]),
    );
    expect(postings).toEqual([
      { source: 'file', sourceId: '1', title: 'Sailor', description: 'We fold\n"boats",\nevery day' },
      { source: 'file', sourceId: '2', title: 'Mate', description: 'One line' },
    ]);
    expect(faults).toEqual([[6, 'description', 'is missing: the row has 2 of 3 columns']]);
  });

  test('with American dates that could be European ones needs --dates, and says so', async () => {
    const content = text(['id,description,date_posted', '1,We fold,03/04/2025', '2,We fold,05/06/2025']);
    const without = await readFile(content);
    expect([without.postings, without.faults.map(([line, path]) => [line, path])]).toEqual([
      [],
      [
        [2, 'date_posted'],
        [3, 'date_posted'],
      ],
    ]);
    expect(without.faults[0]![2]).toContain('--dates');
    const { postings } = await readFile(content, { dates: 'mdy' });
    expect(postings).toMatchObject([{ datePosted: '2025-03-04' }, { datePosted: '2025-05-06' }]);
  });

  test('with American dates of which one shows it needs no flag', async () => {
    const { postings, dates } = await readFile(
      text(['id,description,date_posted', '1,We fold,03/04/2025', '2,We fold,05/26/2025']),
    );
    expect(dates).toBe('mdy');
    expect(postings).toMatchObject([{ datePosted: '2025-03-04' }, { datePosted: '2025-05-26' }]);
  });

  test('with one impossible date loses that row alone, whatever the order of the others', async () => {
    for (const impossible of ['13/45/2025', '45/13/2025', '31/11/2025']) {
      const rows = [`1,We fold,${impossible}`, '2,We fold,03/04/2025', '3,We fold,05/26/2025'];
      const { postings, dates, faults } = await readFile(text(['id,description,date_posted', ...rows]));
      expect([dates, faults]).toEqual(['mdy', [[2, 'date_posted', 'is no day of the calendar']]]);
      expect(postings).toMatchObject([{ datePosted: '2025-03-04' }, { datePosted: '2025-05-26' }]);
    }
  });

  test('with dates in both orders refuses those that may be of two days, and says why', async () => {
    const rows = ['1,We fold,25/12/2025', '2,We fold,12/25/2025', '3,We fold,03/04/2025'];
    const content = text(['id,description,date_posted', ...rows]);
    const { postings, dates, faults, undecided } = await readFile(content);
    expect([dates, undecided(), faults]).toEqual([
      ...[null, true],
      [[4, 'date_posted', expect.stringContaining('dates of the file show both orders: say it with dates=')]],
    ]);
    expect(postings).toMatchObject([{ datePosted: '2025-12-25' }, { datePosted: '2025-12-25' }]);
    expect((await readFile(content, { dates: 'dmy' })).postings.at(-1)).toMatchObject({
      datePosted: '2025-04-03',
    });
  });

  test('of forty odd columns takes what it knows and names the rest, and one flag takes more', async () => {
    const odd = Array.from({ length: 34 }, (_, index) => `custom_${index}`);
    const columns = [
      'job_id',
      'job_title',
      'position',
      'companyName',
      'Job Description',
      'headline_date',
      ...odd,
    ];
    const values = ['7', 'Sailor', 'Deck', 'Paper Boats', 'We fold', '21 Oct 2025', ...odd.map(() => 'x')];
    const content = text([columns.join(','), values.join(',')]);
    const { postings, mapping } = await readFile(content);
    expect(postings).toEqual([
      {
        source: 'file',
        sourceId: '7',
        title: 'Sailor',
        organization: 'Paper Boats',
        description: 'We fold',
      },
    ]);
    expect(mapping.leftOut()).toEqual([
      { column: 'position', for: { field: 'title', column: 'job_title' } },
      { column: 'headline_date', for: null },
      ...odd.map((column) => ({ column, for: null })),
    ]);
    const more = await readFile(content, { wanted: new Map([['datePosted', 'headline_date']]) });
    expect(more.postings).toMatchObject([{ datePosted: '2025-10-21' }]);
  });
});
