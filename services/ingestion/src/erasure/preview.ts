import { MOST_EXAMPLES, type ErasurePreview } from '@skillstream/contracts';
import type { FoundPosting } from './erasing.ts';
import { comparedTexts, matches } from './matches.ts';
import type { Chosen } from './run.ts';

export type PreviewStore = {
  countLive: (source: string) => Promise<number>;
  idsAfter: (source: string, after: string | null, most: number) => Promise<string[]>;
  live: (ids: string[], withText: boolean) => Promise<FoundPosting[]>;
};

const PAGE = 50;
const MOST_MS = 5000;

/**
 * What an erasure would erase, without a change. Texts are looked at for some seconds at most.
 * @param nowMs a clock that only goes forward
 */
export const createErasurePreview = (store: PreviewStore, nowMs: () => number, mostMs = MOST_MS) => {
  return async (source: string, chosen: Chosen): Promise<ErasurePreview> => {
    const texts = chosen && comparedTexts(chosen);
    const untilMs = nowMs() + mostMs;
    const examples: string[] = [];
    let found = 0;
    for (let after: string | null = null; ;) {
      const ids: string[] = await store.idsAfter(source, after, PAGE);
      if (ids.length === 0) return { source, postings: found, complete: true, examples };
      for (const { document, text } of await store.live(ids, texts !== null)) {
        if (!matches(text, texts)) continue;
        found += 1;
        if (examples.length < MOST_EXAMPLES) examples.push(document._id);
      }
      if (texts === null && examples.length === MOST_EXAMPLES)
        return { source, postings: await store.countLive(source), complete: true, examples };
      if (nowMs() >= untilMs) return { source, postings: found, complete: false, examples };
      after = ids.at(-1)!;
    }
  };
};
