import { describe, expect, test } from '@jest/globals';
import type { Field } from './field.ts';
import { createMapping } from './mapping.ts';
import { wantedOf, wantedOfFile } from './wanted.ts';

const none = new Map<Field, string>();

describe('from column to field', () => {
  test('the better name wins wherever it stands, and the other is named with it', () => {
    const mapping = createMapping(['position', 'Job Title', 'shoe_size'], none);
    expect(mapping.mapped()).toEqual([{ column: 'Job Title', field: 'title' }]);
    expect(mapping.leftOut()).toEqual([
      { column: 'position', for: { field: 'title', column: 'Job Title' } },
      { column: 'shoe_size', for: null },
    ]);
  });

  test('what is wanted goes before any name, and a field may be wanted from no column', () => {
    const wanted = wantedOf('title = position, language=');
    const mapping = createMapping(['title', 'position', 'language'], wanted);
    expect(mapping.mapped()).toEqual([{ column: 'position', field: 'title' }]);
    expect(mapping.leftOut().map(({ column }) => column)).toEqual(['title', 'language']);
  });

  test('a column that is wanted and not there is known', () => {
    const mapping = createMapping(['title'], wantedOf('title=name,url='));
    expect([...mapping.missing()]).toEqual([['title', 'name']]);
    expect(mapping.mapped()).toEqual([]);
  });

  test.each([
    ['headline', ['Id', 'Headline', 'name'], 'Headline'],
    ['HEAD LINE', ['head_line'], 'head_line'],
    ['headline', ['Headline (short)'], 'Headline (short)'],
    ['headline', ['Headline', 'headline'], 'headline'],
    ['uberschrift', ['Überschrift'], 'Überschrift'],
  ])('%s is wanted as names are compared elsewhere, of %j', (name, columns, column) => {
    const mapping = createMapping(columns, new Map<Field, string>([['title', name]]));
    expect([mapping.columnOf('title'), mapping.missing().size]).toEqual([column, 0]);
  });

  test('what is wanted by another spelling is no longer what its name says, and may come later', () => {
    const mapping = createMapping(['id'], wantedOf('title=description'));
    mapping.know(['Description']);
    expect(mapping.mapped()).toEqual([
      { column: 'id', field: 'sourceId' },
      { column: 'Description', field: 'title' },
    ]);
  });

  test('a name of marks alone is wanted as it is', () => {
    expect(createMapping(['?'], wantedOf('title=!')).missing().size).toBe(1);
    expect(createMapping(['!'], wantedOf('title=!')).columnOf('title')).toBe('!');
  });

  test('columns that come later get what is free, and none of the others changes', () => {
    const mapping = createMapping(['position'], none);
    mapping.know(['title', 'company']);
    expect(mapping.mapped()).toEqual([
      { column: 'position', field: 'title' },
      { column: 'company', field: 'organization' },
    ]);
  });

  test('of rows with ever new columns a thousand are remembered', () => {
    const mapping = createMapping([], none);
    for (let index = 0; index < 3000; index += 1) mapping.know([`c${index}`]);
    expect(mapping.leftOut()).toHaveLength(1000);
  });
});

describe('what is wanted', () => {
  test.each([
    ['a line for each', '# mine\ntitle=a, b\n\nurl=link\r\n'],
    ['JSON', '{"title": "a, b", "url": "link"}'],
  ])('may stand in a file as %s', (_what, text) => {
    expect([...wantedOfFile(text)]).toEqual([
      ['title', 'a, b'],
      ['url', 'link'],
    ]);
  });

  test.each([
    ['headline=x', '"headline" is no field of a posting: source, sourceId, title'],
    ['title', '"title" is not FIELD=COLUMN'],
    ['title=a,title=b', 'title has two columns'],
  ])('as %s is refused', (text, message) => {
    expect(() => wantedOf(text)).toThrow(message);
  });

  test.each([
    ['{"title": 7}', 'the column of title has to be a text'],
    ['{"title"', 'begins as JSON and is none'],
  ])('in a file as %s is refused', (text, message) => {
    expect(() => wantedOfFile(text)).toThrow(message);
  });
});
