import { expect, test } from '@jest/globals';
import {
  type CanonicalPosting,
  type PostingTagged,
  type ReceivedTopicEvent,
  MOST_SKILLS_COUNTED,
  taggedTopicEvent,
} from '@skillstream/contracts';
import { encodeEvent, MAX_RECORD_BYTES, recordBytes } from '@skillstream/messaging';
import { createTagger, loadModel, loadTaxonomy, MOST_CHARACTERS, MOST_PLACES } from '@skillstream/tagger';
import { receivedPosting } from '../../test/received-posting.ts';
import { taggedEventOf } from './tagged-event.ts';

const TIME = '2025-03-01T00:00:00.000Z';
const tag = { skillId: 'go', label: 'Go', category: 'languages', text: 'Golang', start: 0, end: 6 };
const asked: unknown[] = [];
const tagger = {
  version: '7',
  modelVersion: '3',
  tag: (...tagQuery: unknown[]) => {
    asked.push(tagQuery);
    return [tag];
  },
};
const received = (change: Partial<CanonicalPosting> = {}): ReceivedTopicEvent => ({
  type: 'posting.received',
  data: receivedPosting('test.1', change),
});
const retracted: ReceivedTopicEvent = {
  type: 'posting.retracted',
  data: { postingId: 'test.1', source: 'test', version: 4 },
};

test('a tagged posting has its facts and tags, but none of its words, nor URL, hash and evidence', () => {
  const derived = { role: { from: 'title', confidence: 'likely' } } as const;
  const event = received({ version: 3, description: 'We write Go.', url: 'https://example.org/1', derived });
  const draft = taggedEventOf(event, tagger, TIME, null);
  const { description, sourceId: _id, url: _url, contentHash: _hash, ...facts } = receivedPosting('test.1');
  expect(asked.at(-1)).toEqual(['Engineer\n\nWe write Go.', 'Acme']);
  expect(draft).toEqual({
    ...{ id: 'test.1:3:7:3', type: 'posting.tagged', source: 'skillstream/tagging', time: TIME },
    ...{ subject: 'test.1', postingSource: 'test', version: 3, trace: null },
    data: {
      ...{ ...facts, title: '', version: 3, taxonomyVersion: '7', modelVersion: '3' },
      tags: [{ ...tag, text: 'Go' }],
    },
  });
  for (const words of [description, 'Engineer', 'Golang']) expect(JSON.stringify(draft)).not.toContain(words);
  expect(taggedTopicEvent.safeParse({ type: draft.type, data: draft.data }).success).toBe(true);
});

test('a retraction becomes a tombstone of the same posting and version', () => {
  expect(taggedEventOf(retracted, tagger, TIME, null)).toEqual({
    ...{ id: 'test.1:4', type: 'posting.retracted', source: 'skillstream/tagging', time: TIME },
    ...{ subject: 'test.1', postingSource: 'test', version: 4, trace: null, data: null },
  });
});

test.each([received(), retracted])('the same input gives the same event again ($type)', (event) => {
  const again = () => taggedEventOf(structuredClone(event), tagger, TIME, null);
  expect(again()).toEqual(again());
});

test.each([
  ['taxonomy', { version: '8' }, 'test.1:1:8:3'],
  ['model', { modelVersion: '4' }, 'test.1:1:7:4'],
])('another %s is another event of the same version', (_, change, id) => {
  expect(taggedEventOf(received(), { ...tagger, ...change }, TIME, null).id).toBe(id);
});

test.each([received(), retracted])('the event continues the trace of its input ($type)', (event) => {
  const trace = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), sampled: true };
  expect(taggedEventOf(event, tagger, TIME, trace).trace).toEqual(trace);
});

const taxonomy = loadTaxonomy();
const realTagger = createTagger(taxonomy, loadModel());
const everySkill = taxonomy.skills.flatMap(({ forms }) => forms.map(({ text }) => text)).join(', ');
test.each([
  ['one name over and over', 'Java, '],
  ['a short one', '(Go'],
  ['three letters', 'C, R, Go, '],
  ['every name that there is', `${everySkill}, `],
])('the event of a posting full of names fits in a record, and counts what it leaves out: %s', (_, part) => {
  const description = part.repeat(Math.ceil(200_000 / part.length)).slice(0, 200_000);
  const draft = taggedEventOf(received({ description }), realTagger, TIME, null);
  expect(recordBytes(encodeEvent(draft))).toBeLessThan(MAX_RECORD_BYTES);
  const { data } = taggedTopicEvent.parse({ type: draft.type, data: draft.data }) as PostingTagged;
  expect(data.tags.length).toBeLessThanOrEqual(MOST_SKILLS_COUNTED * MOST_PLACES);
  expect(data.leftOut!.tags).toBeGreaterThan(1000);
  expect(data.charactersLeftOut).toBe('Engineer\n\n'.length + 200_000 - MOST_CHARACTERS);
});
