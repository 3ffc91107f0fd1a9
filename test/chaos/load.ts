import { sleep } from '@skillstream/async';
import { until } from '@skillstream/async/testing';
import type { PostingInput, PostingRecord } from '@skillstream/contracts';
import { messageOf } from '@skillstream/errors';
import { generateSample, type SamplePosting } from '../../packages/cli/src/sample/index.ts';
import { createRandom } from '../../packages/cli/src/sample/random.ts';
import { sendAll } from '../platform/send.ts';
import { allowed } from '../platform/token.ts';
import type { Accepted } from './history.ts';

const EVERY_MS = 200;
const [FIXED, NEW, REVISED] = [60, 12, 6];

type Known = { input: PostingInput; id: string; version: number };

/** More than any engine that is away needs; what never ends would hide why. */
const MOST_ATTEMPTS = 1_200;

const addressOf = (url: string, id: string): string => `${url}/v1/postings/${encodeURIComponent(id)}`;

/** A posting as it stands. @returns null when there is no answer */
const readPosting = async (address: string): Promise<PostingRecord | null> => {
  const response = await fetch(address, { signal: AbortSignal.timeout(20_000) });
  return response.ok ? ((await response.json()) as PostingRecord) : null;
};

/**
 * Takes a posting back, as a client does that asks again when an answer is lost.
 * @returns the version that says so
 */
const retract = async (url: string, { id, version: known }: Known): Promise<number> => {
  const address = addressOf(url, id);
  let [version, last] = [known, 'no answer'];
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    try {
      const signal = AbortSignal.timeout(20_000);
      const request = { method: 'DELETE', headers: { 'if-match': `"${version}"` }, signal };
      const response = await fetch(address, await allowed(request));
      last = `${response.status} for version ${version}`;
      const found = response.ok ? ((await response.json()) as PostingRecord) : await readPosting(address);
      if (found?.retracted) return found.version;
      // An attempt to send it that had no answer has arrived meanwhile.
      version = found?.version ?? version;
    } catch (error) {
      // The connection broke: the outcome is unknown.
      last = messageOf(error);
    }
    await sleep(100);
  }
  throw new Error(`${id} could not be taken back: ${last}`);
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
  const revived = new Set<string>();
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
    live: () => known.growing.size + revived.size,
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
      // An attempt that was given up may arrive after the retraction, and brings its posting back.
      for (const { postingId } of accepted.filter(({ retracted }) => retracted)) {
        const found = await until(`${postingId} is read`, () => readPosting(addressOf(url, postingId)));
        if (found.retracted) continue;
        revived.add(postingId);
        accepted.push({ postingId, version: found.version, retracted: false });
      }
    },
  };
};

export type ChaosLoad = ReturnType<typeof createChaosLoad>;
