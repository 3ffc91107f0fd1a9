import { expect, test } from '@jest/globals';
import { canonicalPosting } from '@skillstream/contracts';
import { canonicalize } from '../canonical/canonical-posting.ts';
import { FACTS, factsOf } from './facts-of.ts';

const MARKER = 'unmistakable';
const made = canonicalize(
  {
    source: 'test',
    sourceId: '1',
    title: `Senior Backend Engineer, ${MARKER}`,
    organization: 'Acme',
    description: `Remote in Germany. We pay 60,000 to 80,000 EUR a year. The ${MARKER} place for Kafka.`,
    location: 'Berlin, Germany',
    url: `https://example.org/${MARKER}`,
  },
  new Date('2026-11-30T00:00:00.000Z'),
);
if ('faults' in made) throw new Error('the posting of this test is not valid');
// As its board no longer lists it.
const posting = { ...made.posting, closedAt: '2026-11-30T01:00:00.000Z' };
const kept = JSON.parse(factsOf(Buffer.from(JSON.stringify(posting))).toString()) as object;

test('no word of the text stays, and no field that is not named', () => {
  expect(JSON.stringify(kept)).not.toContain(MARKER);
  expect(Object.keys(kept).toSorted()).toEqual([...FACTS].toSorted());
});

test('a field of the posting either stays or goes: a new one has to be decided about', () => {
  const goes = ['title', 'description', 'url', 'derived'];
  // Kept beside the posting, from where the relay takes them.
  const beside = ['version', 'job', 'primary'];
  expect([...FACTS, ...goes, ...beside].toSorted()).toEqual(Object.keys(canonicalPosting.shape).toSorted());
});

test('facts stay as they were', () => {
  expect(posting).toMatchObject(kept);
  expect(kept).toMatchObject({ role: 'backend', seniority: 'senior', location: { country: 'DE' } });
});

test('a posting that an earlier release stored with fewer fields keeps those that it has', () => {
  expect(factsOf(Buffer.from('{"postingId":"a.1","title":"x"}')).toString()).toBe('{"postingId":"a.1"}');
});
