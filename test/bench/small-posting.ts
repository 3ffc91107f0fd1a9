import { encodeEvent, type OutgoingRecord } from '@skillstream/messaging';
import { postingIdOf } from '../../services/ingestion/src/canonical/posting-id.ts';

const SOURCE = 'bench';
const roles = ['backend', 'frontend', 'data', 'devops'];
const countries = ['DE', 'US', 'FR', null];
const skills = [
  'java',
  'kubernetes',
  'kafka',
  'python',
  'docker',
  'aws',
  'react',
  'postgresql',
  'go',
  'rust',
];

const idOf = (n: number) => postingIdOf(SOURCE, String(n));
const tagOf = (skillId: string) => ({
  ...{ skillId, label: skillId, category: 'languages', text: skillId },
  ...{ start: 0, end: skillId.length },
});

/** The event of a small posting as tagging writes it, with three skills; by its number. */
export const smallEvent = (n: number): OutgoingRecord =>
  encodeEvent({
    ...{ id: `${idOf(n)}:1`, type: 'posting.tagged', source: 'skillstream/tagging', subject: idOf(n) },
    ...{ time: '2025-01-01T00:00:00.000Z', postingSource: SOURCE, version: 1, trace: null },
    data: {
      ...{ postingId: idOf(n), source: SOURCE, version: 1, title: 'Engineer', organization: null },
      location: { country: countries[n % 4], region: null, city: null },
      ...{ workplace: 'remote', role: roles[n % 4], seniority: 'senior', employmentType: null, salary: null },
      ...{ datePosted: `2025-0${1 + (n % 6)}-01`, language: 'en', receivedAt: '2025-07-01T00:00:00.000Z' },
      ...{ taxonomyVersion: '1', tags: [0, 3, 7].map((i) => tagOf(skills[(n + i) % skills.length]!)) },
    },
  });

/** The same posting as ingestion has it when it is published; nobody reads its content. */
export const acceptedDocument = (n: number) => ({
  ...{ _id: idOf(n), source: SOURCE, version: 1, pendingVersion: null, retracted: false },
  ...{ contentHash: '', posting: null, traceparent: null, writes: [], updatedAt: new Date(0) },
});
