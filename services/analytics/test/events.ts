import { eventHeaders } from '@skillstream/contracts';
import type { LogRecord } from '@skillstream/messaging';

/**
 * An event of a synthetic log: a posting with these skills, or (null) its retraction; `primary` as the event has it.
 */
export type Entry = { id: number; skills: string[] | null; primary?: boolean | undefined };

const posting = (postingId: string, version: number, skills: string[], primary?: boolean) => ({
  postingId,
  source: 'test',
  version,
  title: 'Engineer',
  organization: null,
  location: { country: version % 2 ? 'DE' : null, region: null, city: null },
  workplace: 'remote',
  role: skills.includes('a') ? 'backend' : 'data',
  seniority: 'senior',
  employmentType: null,
  salary: version % 2 ? { min: 40_000 * version, max: null, currency: 'USD', period: 'year' } : null,
  datePosted: version % 3 ? '2025-01-01' : '2024-12-01',
  language: 'en',
  receivedAt: '2025-03-01T00:00:00.000Z',
  taxonomyVersion: '1',
  ...(primary !== undefined && { job: 'job-1', primary }),
  tags: skills.map((skillId) => ({
    skillId,
    label: skillId,
    category: 'languages',
    text: skillId,
    start: 0,
    end: 1,
  })),
});

/** The records of one partition's log; versions increase by posting. */
export const logOf = (partition: number, entries: Entry[]): LogRecord[] => {
  const versions = new Map<number, number>();
  return entries.map(({ id, skills, primary }, offset) => {
    const version = (versions.get(id) ?? 0) + 1;
    versions.set(id, version);
    const postingId = `test.${partition}-${id}`;
    const headers = {
      [eventHeaders.type]: skills ? 'posting.tagged' : 'posting.retracted',
      [eventHeaders.postingSource]: 'test',
      [eventHeaders.postingVersion]: String(version),
    };
    const value = skills ? Buffer.from(JSON.stringify(posting(postingId, version, skills, primary))) : null;
    return {
      topic: 'log',
      partition,
      offset,
      key: postingId,
      value,
      headers,
      timestampMs: 0,
      raw: { key: Buffer.from(postingId), headers },
    };
  });
};
