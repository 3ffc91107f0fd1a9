import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { addSource, pauseSource, readSources, sourceNameOfBoard } from './sources-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'skillstream-sources-'));
  file = join(folder, 'sources.yaml');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ADDRESS = 'https://boards.greenhouse.io/boats';

test('no file is no sources; one that is added is read with its board and account', () => {
  expect(readSources(file)).toEqual({ contact: null, sources: [] });
  addSource(file, { name: 'boats', address: ADDRESS });
  expect(readSources(file).sources).toMatchObject([
    { name: 'boats', address: ADDRESS, paused: false, account: 'boats', board: { name: 'greenhouse' } },
  ]);
});

test('what people wrote in the file stays, when one is added and when one is paused', () => {
  writeFileSync(
    file,
    `# ours\ncontact: jobs@boats.example\nsources:\n  - name: a # the first\n    address: ${ADDRESS}\n`,
  );
  addSource(file, { name: 'b', address: 'https://jobs.lever.co/boats' });
  pauseSource(file, 'b', true);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('# ours\n');
  expect(text).toContain('# the first');
  expect(readSources(file)).toMatchObject({
    contact: 'jobs@boats.example',
    sources: [
      { name: 'a', paused: false },
      { name: 'b', paused: true },
    ],
  });
  pauseSource(file, 'b', false);
  expect(readSources(file).sources[1]!.paused).toBe(false);
});

describe('a file is refused, and the place named:', () => {
  test.each([
    ['no YAML', 'sources: [', 'sources.yaml: '],
    [
      'a board that nobody reads',
      'sources:\n  - { name: a, address: https://boats.example/jobs }',
      'no address of a board',
    ],
    [
      'a name that is none',
      `sources:\n  - { name: "A B", address: "${ADDRESS}" }`,
      'source A B: its name takes lower-case',
    ],
    [
      'the name of the sample',
      `sources:\n  - { name: sample, address: "${ADDRESS}" }`,
      'source sample: its name is the name of',
    ],
    [
      'a field that is unknown',
      `sources:\n  - { name: a, address: "${ADDRESS}", url: x }`,
      'source a: it has "url", which is not known',
    ],
    [
      'a time that is too short',
      `sources:\n  - { name: b, address: "${ADDRESS}" }\n  - { name: a, address: "${ADDRESS}", everyMinutes: 1 }`,
      'source a: its everyMinutes has to be 5 at least',
    ],
    [
      'a time in words',
      `sources:\n  - { name: a, address: "${ADDRESS}", everyMinutes: often }`,
      'source a: its everyMinutes has to be a number',
    ],
    ['no name', `sources:\n  - { address: "${ADDRESS}" }`, 'source 1 of the list: its name is missing'],
    ['a list that is none', 'sources: 7', 'sources: has to be a list'],
    [
      'two of a name',
      `sources:\n  - &a { name: a, address: "${ADDRESS}" }\n  - *a`,
      'there are two sources a',
    ],
    ['a contact that would be another header', 'contact: "a\\nx: y"', 'contact: holds more than plain'],
  ])('%s', (_, text, message) => {
    writeFileSync(file, text);
    expect(() => readSources(file)).toThrow(message);
  });

  test('but one with nothing under its key is a file without sources, to which one can be added', () => {
    writeFileSync(file, 'sources:\n');
    expect(readSources(file).sources).toEqual([]);
    addSource(file, { name: 'a', address: ADDRESS });
    expect(readSources(file).sources).toMatchObject([{ name: 'a' }]);
  });

  test('and stays as it was where a source cannot be added', () => {
    addSource(file, { name: 'a', address: ADDRESS });
    const before = readFileSync(file, 'utf8');
    expect(() => addSource(file, { name: 'a', address: ADDRESS })).toThrow('there is a source a already');
    expect(() => addSource(file, { name: 'b', address: 'https://boats.example' })).toThrow(
      'no address of a board',
    );
    expect(() => pauseSource(file, 'c', true)).toThrow('there is no source c');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});

test.each([
  ['https://jobs.ashbyhq.com/Acme%20Boats', 'acme-boats'],
  [`https://jobs.lever.co/${'a'.repeat(63)}-boats`, 'a'.repeat(63)],
  ['https://remoteok.com/api', 'remoteok'],
])('a source that was given no name is called after its account: %s', (address, name) => {
  expect(sourceNameOfBoard(address)).toBe(name);
});
