import { expect, test } from '@jest/globals';
import { readFile } from '../testing.ts';

test.each([
  ['Ort;Bundesland', 'Bad Homburg;Hessen', 'Bad Homburg, Hessen'],
  [
    'Standort;Bundesland',
    'Eutin / Home-Office;Schleswig-Holstein',
    'Eutin / Home-Office, Schleswig-Holstein',
  ],
  // What else may be called so: "EMEA", a state of the application.
  ['location;region', 'Bad Homburg;EMEA', 'Bad Homburg'],
  ['location;state', 'Bad Homburg;open', 'Bad Homburg'],
  // Two letters are a country's as well, and some names are a city's first.
  ['Ort;Bundesland', 'Eutin;SH', 'Eutin'],
  ['Ort;Bundesland', 'Hallein;Salzburg', 'Hallein'],
  ['Ort;Bundesland', 'Bremerhaven;Bremen', 'Bremerhaven'],
  ['Ort;Bundesland', 'Bad Homburg, Deutschland;Hessen', 'Bad Homburg, Deutschland'],
  ['Ort;Bundesland', 'Bad Homburg (Hessen);Hessen', 'Bad Homburg (Hessen)'],
  ['Ort;Bundesland', `${'a'.repeat(495)};Hessen`, 'a'.repeat(495)],
])(
  'what a column “Bundesland” says beside a place of one part belongs to it: %s: %s',
  async (columns, cells, location) => {
    const { postings } = await readFile(`Titel;Text;${columns}\nMate;a;${cells}\n`);
    expect(postings).toMatchObject([{ location }]);
  },
);

test('a state beside a place is no part of the id that is made of the content', async () => {
  const [one, other] = await Promise.all(
    ['Hessen', 'Bayern'].map(
      async (state) => (await readFile(`Titel;Text;Ort;Bundesland\nMate;a;Neustadt;${state}\n`)).postings[0],
    ),
  );
  expect(one).toMatchObject({ location: 'Neustadt, Hessen' });
  expect(other).toMatchObject({
    sourceId: (one as { sourceId: string }).sourceId,
    location: 'Neustadt, Bayern',
  });
});
