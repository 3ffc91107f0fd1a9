import { expect, test } from '@jest/globals';
import { languageOf } from './language.ts';

test.each([
  ['en-GB', '', 'en'],
  ['DE', '', 'de'],
  [undefined, 'We are looking for an engineer to join the team and work with us.', 'en'],
  [undefined, 'Wir suchen dich für die Arbeit mit der Plattform und dem Team.', 'de'],
  ['not a tag!', 'Node Kafka Redis', null],
  [undefined, '', null],
])('given %s', (given, text, language) => {
  expect(languageOf(given, text).value).toBe(language);
});
