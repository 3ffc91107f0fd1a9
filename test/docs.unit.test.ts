import { describe, expect, test } from '@jest/globals';
import { readScopes, scopeNames } from '@skillstream/contracts';
import { commands } from '../packages/cli/src/commands.ts';
import { checkDocument } from './docs/check-document.ts';
import { filesOf, readProject, readText } from './docs/project.ts';

const project = readProject();
const documents = filesOf('**/*.md');

test.each(documents)('%s names only files, tests, commands and lines that exist', (path) => {
  expect(checkDocument(path, readText(path), project)).toEqual([]);
});

test('a document in which everything is wrong has every fault named with its line', () => {
  const path = 'test/docs/fixtures/broken.md';
  // The test's name stands here, too; so the document is checked against a file that does not hold it.
  const read = (file: string) => (file.endsWith('docs.unit.test.ts') ? '' : project.read(file));
  expect(checkDocument(path, readText(path), { ...project, read })).toEqual([
    { line: 3, message: 'the link leads nowhere: no-such-page.md' },
    { line: 3, message: 'the link leads nowhere: gone.md' },
    { line: 3, message: 'there is no file or folder: services/tagging/src/no-such-file.ts' },
    { line: 3, message: 'there is no file or folder: packages/no-such-package' },
    { line: 4, message: 'there is no command: skillstream no' },
    { line: 4, message: 'package.json has no script: nothing' },
    { line: 4, message: 'no service has the fault step: at-lunch' },
    { line: 6, message: '../../docs.unit.test.ts has no test: a test that nobody wrote' },
    { line: 8, message: 'the block does not stand in packages/runtime/src/fault-injection.ts' },
    { line: 12, message: 'there is no file: packages/runtime/src/no-such-file.ts' },
    { line: 16, message: 'package.json has no script: nowhere' },
    { line: 20, message: 'POST /v1/postings takes a token with postings:write' },
    { line: 20, message: 'no unit test has nowhere-at-all in its path' },
    { line: 27, message: '../../docs.unit.test.ts has no test: no test of a table' },
  ]);
});

const variablesIn = (file: string) =>
  [...readText(file).matchAll(/^ {2,4}([A-Z][A-Z_]+):/gm)].map(([, name]) => name!);
const namesIn = (text: string) => [...text.matchAll(/\b([A-Z][A-Z_]{2,}):/g)].map(([, name]) => name!);
const access = namesIn(readText('packages/runtime/src/access-config.ts'));
const shared = [
  ...[
    'packages/runtime/src/base-config.ts',
    'packages/http/src/http-config.ts',
    'packages/telemetry/src/telemetry-config.ts',
  ].flatMap((file) => namesIn(readText(file))),
  ...access,
];

test('what a lesson waits for in a log is what the code logs', () => {
  const sources = filesOf('{services,packages}/*/src/**/*.ts').filter((path) => !path.includes('.test.'));
  const code = sources.map(readText).join('\n');
  const awaited = filesOf('docs/**/*.md').flatMap((path) => [
    ...readText(path).matchAll(/ logged '([^']+)'/g),
  ]);
  expect(awaited.length).toBeGreaterThan(2);
  expect(awaited.map(([, text]) => text!).filter((text) => !code.includes(`'${text}`))).toEqual([]);
});

test('the README of the command has a row for each command, and for none that there is not', () => {
  const rows = [...readText('packages/cli/README.md').matchAll(/^\| `([a-z]+)/gm)].map(([, name]) => name!);
  expect(rows.sort()).toEqual(Object.keys(commands).sort());
});

test('docs/engines-of-your-own.md lists every variable of a log-in or of TLS', () => {
  expect(
    access.filter((name) => !project.read('docs/engines-of-your-own.md')?.includes(`\`${name}\``)),
  ).toEqual([]);
});

test('docs/tracing.md lists every variable of traces', () => {
  const page = project.read('docs/tracing.md') ?? '';
  const variables = namesIn(readText('packages/telemetry/src/telemetry-config.ts'));
  expect(variables.length).toBeGreaterThan(4);
  expect(variables.filter((name) => !page.includes(`| \`${name}\``))).toEqual([]);
});

test('docs/tokens.md lists every variable of tokens, and every scope with what it lets do', () => {
  const page = project.read('docs/tokens.md') ?? '';
  const variables = namesIn(readText('packages/auth/src/auth-config.ts'));
  expect(variables.length).toBeGreaterThan(4);
  expect(variables.filter((name) => !page.includes(`| \`${name}\``))).toEqual([]);
  const rows = [...page.matchAll(/^\| `([a-z]+:[a-z]+)` +\| (.+?) +\| (yes|no) /gm)];
  expect(rows.map(([, name, , open]) => [name, open]).sort()).toEqual(
    scopeNames.map((name) => [name, readScopes.includes(name) ? 'yes' : 'no']).sort(),
  );
});

const services = filesOf('services/*/src/config.ts').map((config) => ({
  config,
  service: config.split('/')[1]!,
}));

describe.each(services)('the README of $service', ({ config, service }) => {
  const readme = project.read(`services/${service}/README.md`) ?? '';
  const rows = [...readme.matchAll(/^\| `([A-Z][A-Z_]+)`/gm)].map(([, name]) => name!);

  test('lists every variable that its config.ts reads by itself', () => {
    expect(rows).toEqual(expect.arrayContaining(variablesIn(config)));
  });
  test('lists no variable that nobody reads', () => {
    expect([...variablesIn(config), ...shared]).toEqual(expect.arrayContaining(rows));
  });
});
