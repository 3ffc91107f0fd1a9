import { eventHeaders } from '@skillstream/contracts';
import { letterTombstone, readLetter, type LogRecord, type OutgoingRecord } from '@skillstream/messaging';
import { comparedTexts, matches } from './matches.ts';
import type { ErasingDeps, FoundLetters } from './erasing.ts';
import type { ErasureRun } from './run.ts';

type Read = Pick<LogRecord, 'topic' | 'partition' | 'offset' | 'key' | 'value' | 'headers'>;

/** A dead letter that may be of an erased posting. */
export type Candidate = {
  identity: string;
  postingId: string | null;
  /** Whether it says itself that it is of the source; if not, it does not say of which. */
  ofSource: boolean;
  /** Whether its text is one of those that are to go. */
  chosen: boolean;
  isKeyed: boolean;
};

const holds = (value: Buffer | null, texts: readonly string[]): boolean => {
  const text = value?.toString() ?? '';
  // As it is written, or as JSON says it: a quote in a text is escaped there.
  if (matches({ title: text }, texts)) return true;
  try {
    const found: string[] = [];
    JSON.parse(text, (_, part: unknown) => void (typeof part === 'string' && found.push(part)));
    return found.some((title) => matches({ title }, texts));
  } catch {
    return false;
  }
};

/**
 * What a record of a dead-letter topic says about a run.
 * @param texts from `comparedTexts`; null chooses every posting of the source
 * @returns null where it is of another source; a tombstone's identity alone, which takes an earlier letter away
 */
export const candidateOf = (
  record: Read,
  source: string,
  texts: readonly string[] | null,
): Candidate | { gone: string } | null => {
  const letter = readLetter(record);
  if (!letter) return record.key === null ? null : { gone: record.key };
  const said = record.headers[eventHeaders.postingSource];
  if (said !== undefined && said !== source) return null;
  const { identity, key, value, isKeyed } = letter;
  const chosen = texts === null || holds(value, texts);
  return { identity, postingId: key, ofSource: said === source, chosen, isKeyed };
};

type Known = ReadonlyMap<string, { source: string; erased: boolean }>;

/** Whether a letter goes: of the source by its own words or its posting's, and chosen, or its posting was erased. */
export const isDoomed = (
  { postingId, ofSource, chosen }: Candidate,
  { source, known }: { source: string; known: Known },
): boolean => {
  const posting = postingId === null ? undefined : known.get(postingId);
  return (ofSource || posting?.source === source) && (chosen || Boolean(posting?.erased));
};

export type LetterDeps = {
  topics: readonly string[];
  /** Reads a topic from its beginning to its present end. */
  read: (topic: string, onRecords: (records: LogRecord[]) => void) => Promise<void>;
  publish: (topic: string, records: readonly OutgoingRecord[]) => Promise<void>;
  /** The source of each of these postings, and whether it was erased. */
  sourcesOf: (ids: string[]) => Promise<Known>;
};

const PAGE = 1000;
/** The header of a tombstone that names its run: what was taken away before a crash is counted by it after that. */
export const ERASED_BY = 'dlq_erasedby';

const KEYED = { postingId: null, ofSource: true, chosen: true, isKeyed: true };

/** Gathers what a topic has of a run, record by record. */
const createGathering = ({ runId, source, chosen }: ErasureRun) => {
  const texts = chosen && comparedTexts(chosen);
  const found = new Map<string, Candidate>();
  const erased = new Map<string, Candidate>();
  return {
    take: (record: Read): void => {
      const candidate = candidateOf(record, source, texts);
      if (!candidate) return;
      if (!('gone' in candidate)) return void found.set(candidate.identity, candidate);
      const { gone: identity } = candidate;
      const isOurs = record.headers[ERASED_BY] === runId;
      // Where compaction has taken the letter itself, it had a key of its own.
      if (isOurs) erased.set(identity, found.get(identity) ?? erased.get(identity) ?? { ...KEYED, identity });
      found.delete(identity);
    },
    end: () => ({ candidates: [...found.values()], erased: [...erased.values()] }),
  };
};

/**
 * Takes away the dead letters of runs: a tombstone for each, so that compaction removes it. What a topic of an earlier
 * release holds keeps its text until it is migrated, which leaves these letters out. What was erased is counted from
 * the topics themselves, so a crash leaves none out.
 */
export const createLetters = ({
  topics,
  read,
  publish,
  sourcesOf,
}: LetterDeps): Pick<ErasingDeps, 'findLetters' | 'eraseLetters'> => {
  const doomedOf = async (candidates: Candidate[], source: string): Promise<Candidate[]> => {
    const ids = candidates.flatMap(({ postingId }) => (postingId === null ? [] : [postingId]));
    const known = await sourcesOf([...new Set(ids)]);
    return candidates.filter((one) => isDoomed(one, { source, known }));
  };

  const tombstoneOf = ({ identity }: Candidate, runId: string): OutgoingRecord => ({
    ...letterTombstone(identity),
    headers: { [ERASED_BY]: runId },
  });

  return {
    findLetters: async (runs) => {
      const byTopic: FoundLetters[] = [];
      for (const topic of topics) {
        const gatherings = runs.map(createGathering);
        await read(topic, (records) => {
          for (const record of records) for (const { take } of gatherings) take(record);
        });
        byTopic.push(gatherings.map(({ end }) => ({ topic, ...end() })));
      }
      return runs.map((_, index) => byTopic.map((ofRuns) => ofRuns[index]!));
    },

    eraseLetters: async ({ source, runId }, found) => {
      let [letters, unmigrated] = [0, 0];
      for (const { topic, candidates, erased } of found) {
        const all = new Map(erased.map((one) => [one.identity, one]));
        for (let from = 0; from < candidates.length; from += PAGE) {
          const doomed = await doomedOf(candidates.slice(from, from + PAGE), source);
          await publish(
            topic,
            doomed.map((one) => tombstoneOf(one, runId)),
          );
          for (const one of doomed) all.set(one.identity, one);
        }
        letters += all.size;
        unmigrated += [...all.values()].filter(({ isKeyed }) => !isKeyed).length;
      }
      return { letters, unmigrated };
    },
  };
};
