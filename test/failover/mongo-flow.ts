import { until } from '@skillstream/async/testing';
import { retagJob, type PostingInput } from '@skillstream/contracts';
import type { Platform } from '../platform/platform.ts';
import { sendAll } from '../platform/send.ts';
import { allowed } from '../platform/token.ts';

const NEW = 40;
const CHANGED = 20;
const RETRACTED = 5;

/**
 * Makes the platform write in each of its ways, by HTTP alone, and keeps count: which versions each posting must have.
 * Whatever is answered with another version than that was made once too often, or not at all.
 */
export const createMongoFlow = (platform: Pick<Platform, 'url' | 'get'>) => {
  const versions = new Map<string, number>();
  const retracted = new Set<string>();
  let next = 0;
  let edition = 0;
  const wrong: string[] = [];

  const made = (id: string, version: number) => {
    const expected = (versions.get(id) ?? 0) + 1;
    versions.set(id, expected);
    if (version !== expected) wrong.push(`${id}: answered with version ${version} instead of ${expected}`);
  };
  const posting = (n: number): PostingInput => ({
    ...{ source: 'mongo', sourceId: `p-${n}`, title: 'Backend Engineer' },
    ...{ description: `We use Kafka. Edition ${edition}.`, datePosted: '2025-03-01' },
  });
  const send = async (numbers: number[]): Promise<string[]> => {
    const responses = await sendAll(platform.url, numbers.map(posting));
    for (const { postingId, version } of responses) {
      made(postingId, version);
      retracted.delete(postingId);
    }
    return responses.map(({ postingId }) => postingId);
  };
  /** Sends postings that are new. */
  const add = () => send(Array.from({ length: NEW }, () => next++));
  const retract = (id: string) =>
    until('the retraction is answered', async () => {
      const url = `${platform.url}/v1/postings/${id}`;
      const response = await fetch(url, await allowed({ method: 'DELETE' }));
      if (!response.ok) return false;
      made(id, ((await response.json()) as { version: number }).version);
      retracted.add(id);
      return true;
    });

  return {
    add,
    /** Sends new postings, changes some and retracts others; no posting twice, so that no version overtakes one. */
    change: async () => {
      edition += 1;
      const before = next;
      const touched = new Set(await add());
      for (const id of await send([...Array(before).keys()].slice(0, CHANGED))) touched.add(id);
      const free = [...versions.keys()].filter((id) => !touched.has(id) && !retracted.has(id));
      for (const id of free.slice(0, RETRACTED)) await retract(id);
    },
    tagAgain: async () => {
      await until(
        'a run is accepted',
        async () => (await fetch(`${platform.url}/v1/retag`, await allowed({ method: 'POST' }))).ok,
      );
      await until(
        'the run has ended',
        async () => retagJob.parse(await platform.get('/v1/retag')).state === 'done',
      );
    },
    /** How many postings there are, the retracted ones too. */
    count: () => versions.size,
    retracted: () => retracted.size,
    /** What the log must hold: each version of each posting, as ids of events. */
    events: (): ReadonlySet<string> =>
      new Set(
        [...versions].flatMap(([id, latest]) => Array.from({ length: latest }, (_, i) => `${id}:${i + 1}`)),
      ),
    /** Answers with another version than was due. */
    wrong: (): readonly string[] => wrong,
  };
};
