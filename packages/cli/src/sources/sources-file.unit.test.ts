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

/** What is said of the file; nothing where it is taken. */
const refusal = (): string => {
  try {
    readSources(file);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

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
      'source 1 of the list: its name takes lower-case',
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
      'source a: it has the name of another one',
    ],
    ['a contact that would be another header', 'contact: "a\\nx: y"', 'contact: holds more than plain'],
  ])('%s', (_, text, message) => {
    writeFileSync(file, text);
    expect(() => readSources(file)).toThrow(message);
  });

  test('several faults in one go, each with its line and column', () => {
    const addresses = ['"https://boats.example/?token=hush"', ADDRESS];
    writeFileSync(
      file,
      `contact: 7
sources:
  - name: a
    adress: ${ADDRESS}
  - { name: A B, address: ${addresses[0]}, everyMinutes: 1 }
  - name: a
    address: ${addresses[1]}
`,
    );
    const boards = 'Ashby, Greenhouse, Just Join IT, Lever, Personio, Recruitee, Remote OK, SmartRecruiters';
    expect(refusal()).toBe(
      [
        `${file}:`,
        'line 1, column 10: contact: has to be a text',
        'line 3, column 5: source a: its address is missing',
        'line 4, column 5: source a: it has "adress", which is not known',
        'line 5, column 13: source 2 of the list: its name takes lower-case letters, digits and hyphens, 64 at most',
        `line 5, column 27: source 2 of the list: its address is no address of a board that can be read, with an ` +
          `account: ${boards}, We Work Remotely`,
        'line 5, column 78: source 2 of the list: its everyMinutes has to be 5 at least',
        'line 6, column 5: source a: it has the name of another one',
      ].join('\n  '),
    );
  });

  test('several that are no YAML in one go', () => {
    writeFileSync(file, 'contact: "\\q"\nsources:\n  - { name: a\n  - name: b\n contact: c\n');
    const message = refusal();
    expect(message.split('\n  ').length).toBeGreaterThan(2);
    expect(message).toContain('\n  line 1, column ');
  });

  test('the first twenty, and how many more there are', () => {
    writeFileSync(file, `sources:\n${'  - { name: A }\n'.repeat(30)}`);
    const lines = refusal().split('\n  ');
    expect(lines).toHaveLength(22);
    expect(lines.at(-1)).toBe('and 69 more');
  });

  test.each([
    ['the query of an address', 'sources:\n  - { name: a, address: "https://boats.example/x?key=hush" }'],
    ['the user of an address', 'sources:\n  - { name: a, address: "https://me:hush@boats.example" }'],
    ['a name', `sources:\n  - { name: "Bearer hush", address: "${ADDRESS}" }`],
    ['a key', `sources:\n  - { name: a, address: "${ADDRESS}", "Bearer hush": 1, hush_1: 2 }`],
    ['an escape', 'contact: "hush\\q"'],
    ['a tag', 'sources: !hush x'],
    ['what stands behind a block', 'contact: | hush'],
    ['an alias', 'contact: *hush'],
    ['a line that is nothing', 'sources: []\n- hush\n'],
    ['a text with a line of its own', 'contact: "a\nhush: b'],
    ['a contact', 'contact: "hush\\n"'],
  ])('without quoting %s, which may be a secret', (_, text) => {
    writeFileSync(file, text);
    const message = refusal();
    expect(message).not.toBe('');
    expect(message).not.toContain('hush');
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
