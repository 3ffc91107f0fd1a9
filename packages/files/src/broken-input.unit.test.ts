import { describe, expect, test } from '@jest/globals';
import { jsonFault } from '@skillstream/errors';
import { readFile } from './testing.ts';

const NAME = /jane|doe|boats\.example/i;
const good = { source: 'a', sourceId: '1', title: 'Engineer', description: 'Kafka' };
const page = (script: string) =>
  `<!DOCTYPE html>\n<html><script type="application/ld+json">${script}</script><p>Hi</p></html>`;

// What is not sent says why by its place; what is sent to be refused there is told by `jsonFault`.
describe.each([
  ['NDJSON', `${JSON.stringify(good)}\n{"title": "Recruiter Jane Doe" jane@boats.example}\n`],
  ['NDJSON that breaks off', `${JSON.stringify(good)}\n{"title": "Recruiter Jane Doe, jane@boats.ex`],
  ['a JSON array', `[${JSON.stringify(good)}, {"title": Jane Doe}]`],
  ['a JSON array that breaks off', `[${JSON.stringify(good)},\n{"title": "Jane Doe`],
  ['a JSON array that goes on', `[${JSON.stringify(good)}]\n"Jane Doe"`],
  ['an array below a key', `{"jobs": [${JSON.stringify(good)}, {"title": "Jane" Doe}]}`],
  ['CSV with a quote that is open', 'id,title,description\n1,"Engineer, Jane Doe,Kafka\n2,"x,Kafka\n'],
  ['CSV with too many cells', 'id,title,description\n1,Jane,Doe,jane@boats.example,x\n2,Engineer,Kafka\n'],
  ['an XML feed', '<jobs><job><id>1</id><title>Jane Doe</title><contact>jane@boats.example</jobs'],
  ['an XML feed that breaks off', '<jobs><job><id>1</id><title>Jane Doe <jane@boats.example'],
  ['JSON-LD', page('{"@type": "JobPosting", "title": Jane Doe}')],
  ['JSON-LD that breaks off', page('{"@type": "JobPosting", "title": "Jane Doe')],
])('what is wrong with %s', (_what, content) => {
  test.each([7, 64 * 1024])('is told without a word of it, in blocks of %i', async (size) => {
    const told = await readFile(content, {}, size).then(
      ({ faults, error, problem }) => JSON.stringify([faults, error, problem()]),
      (error: unknown) => (error as Error).message,
    );
    expect(told).not.toMatch(NAME);
    for (const line of content.split('\n')) expect(jsonFault(line)).not.toMatch(NAME);
  });
});

test('JSON-LD that is broken is named by its line, and by the place in it', async () => {
  const { faults } = await readFile(page('{"@type": "JobPosting", "title": Jane Doe}'));
  expect(faults).toEqual([[2, '', 'is a script of JSON-LD, and is not JSON from character 34 on']]);
});
