import { expect, test } from '@jest/globals';
import { openOptionsOf } from './file-options.ts';
import { addressOf, fileNameOf, shownInput } from './input-name.ts';
import { reportPath } from './report-file.ts';

const NOW = new Date(0);
const FILES = '?sig=TOKEN#secret';

test.each([
  [
    `https://user:secret@jobs.example:8443/a/jobs.csv${FILES}`,
    'https://jobs.example:8443/a/jobs.csv',
    'jobs.csv',
  ],
  [`HTTP://user:secret@jobs.example${FILES}`, 'http://jobs.example/', 'jobs-example'],
  [`https://jobs.example/secrets/${FILES}`.replace('secrets', 'feed'), 'https://jobs.example/feed/', 'feed'],
])('of %s neither what is printed nor a name of a file has a secret', (argument, shown, name) => {
  const report = reportPath('/r', argument, NOW);
  expect([shownInput(argument), fileNameOf(argument), report]).toEqual([
    ...[shown, name, `/r/load-${name}-1970-01-01T00-00-00-000Z.ndjson`],
  ]);
  expect(openOptionsOf({}, argument).defaultSource).not.toMatch(/secret|token/i);
});

test.each(['https://user:secret@[', 'ftp://user:secret@host/x', 'http://'])(
  'an address that is not asked is not repeated: %s',
  (argument) => {
    const caught = (() => {
      try {
        return addressOf(argument);
      } catch (error) {
        return error;
      }
    })();
    expect(caught).toMatchObject({ exitCode: 2, message: expect.not.stringContaining('secret') });
  },
);

test('a path is printed as it is, also one with a question mark', () => {
  expect([shownInput('a/b?c=1.csv'), fileNameOf('a/b?c=1.csv'), shownInput('-')]).toEqual([
    ...['a/b?c=1.csv', 'b?c=1.csv', '-'],
  ]);
});
