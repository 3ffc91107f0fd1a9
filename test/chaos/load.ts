import { sleep } from '@skillstream/async';
import type { PostingInput, PostingRecord } from '@skillstream/contracts';
import { generateSample, type SamplePosting } from '../../packages/cli/src/sample/index.ts';
import { createRandom } from '../../packages/cli/src/sample/random.ts';
import { sendAll } from '../platform/send.ts';
import { allowed } from '../platform/token.ts';
import type { Accepted } from './history.ts';

const EVERY_MS = 200;
const [FIXED, NEW, REVISED] = [60, 12, 6];

type Known = { input: PostingInput; id: string; version: number };

/** Takes a posting back, as a client does that asks again when an answer is lost. @returns the version that says so */
const retract = async (url: string, { id, version }: Known): Promise<number> => {
  const address = `${url}/v1/postings/${encodeURIComponent(id)}`;
  for (;;) {
    try {
      const signal = AbortSignal.timeout(20_000);
      const request = { method: 'DELETE', headers: { 'if-match': `"${version}"` }, signal };
      const response = await fetch(address, await allowed(request));
      // Refused as stale: an attempt before this one had arrived.
      const result = response.status === 412 ? await fetch(address, { signal }) : response;
      const found = (await result.json()) as PostingRecord;
      if (result.ok && found.retracted) return found.version;
    } catch {
      // The connection broke: the outcome is unknown.
    }
    await sleep(100);
  }
};

/**
 * New postings, new versions and retractions at a bounded rate, chosen by a seed. One month holds postings that are
 * only ever revised, so that its population never changes; another one grows.
 */
export const createChaosLoad = (url: string, seed: number, months: { fixed: string; growing: string }) => {
  const random = createRandom(seed);
  const drawing = (month: string) => generateSample({ seed, count: 1_000_000, firstMonth: month, months: 1 });
  const samples = { fixed: drawing(months.fixed), growing: drawing(months.growing) };
  const accepted: Accepted[] = [];
  const known: Record<keyof typeof samples, Map<string, Known>> = { fixed: new Map(), growing: new Map() };
  let [attempted, revision, over] = [0, 0, false];

  const draw = (kind: keyof typeof samples, count: number): PostingInput[] =>
    Array.from({ length: count }, () => {
      const { posting } = samples[kind].next().value as SamplePosting;
      return { ...posting, source: `chaos-${kind}` };
    });
  const send = async (kind: keyof typeof samples, inputs: PostingInput[]) => {
    const confirmed = await sendAll(url, inputs);
    for (const { line, postingId, version } of confirmed) {
      accepted.push({ postingId, version, retracted: false });
      known[kind].set(postingId, { input: inputs[line - 1]!, id: postingId, version });
    }
  };
  const revise = (postings: Known[]): PostingInput[] =>
    postings.map(({ input }) => ({
      ...input,
      description: `${input.description}\nRevision ${(revision += 1)}.`,
    }));
  const some = (kind: keyof typeof samples, count: number) =>
    random.shuffle([...known[kind].values()].slice(-200)).slice(0, count);

  const once = async () => {
    attempted += NEW;
    await send('growing', draw('growing', NEW));
    await send('fixed', revise(some('fixed', REVISED)));
    await send('growing', revise(some('growing', REVISED)));
    for (const posting of some('growing', 1)) {
      known.growing.delete(posting.id);
      accepted.push({ postingId: posting.id, version: await retract(url, posting), retracted: true });
    }
  };
  const run = async () => {
    while (!over) {
      const beganMs = performance.now();
      await once();
      await sleep(Math.max(0, EVERY_MS - (performance.now() - beganMs)));
    }
  };
  let running: Promise<void> = Promise.resolve();
  return {
    months,
    accepted,
    /** How many postings the month that never changes holds. */
    fixed: FIXED,
    /** How many postings were ever sent into the month that grows; those that stand there now. */
    attempted: () => attempted,
    live: () => known.growing.size,
    prepare: () => send('fixed', draw('fixed', FIXED)),
    start: () => {
      running = run();
      // Heard of at the end.
      running.catch(() => undefined);
    },
    /** Resolves when everything that was sent has its answer. */
    end: async () => {
      over = true;
      await running;
    },
  };
};

export type ChaosLoad = ReturnType<typeof createChaosLoad>;
