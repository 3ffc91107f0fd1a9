import { postingsReceived, type LetterTrail } from '@skillstream/contracts';
import type { Known } from './trails.ts';

/**
 * What happened to the latest publication of a posting's latest version. A version may be published several times: by
 * a backfill, a repair, or a relay that died before it stored that it had published.
 */
export type Publication = {
  /** Whether it is in the log; null where nobody says. */
  isPublished: boolean | null;
  /** Whether the fact is of this publication, and not of an earlier one or an earlier version. */
  isInFacts: boolean;
  isInViews: boolean;
  /** The dead letter that ended it; null where there is none. */
  death: LetterTrail | null;
  /** The dead letter that ended an earlier publication of this version, where the latest one lives. */
  deathBefore: LetterTrail | null;
};

type Reached = { partition: number | null; offset: number | null } | null | undefined;

const isBefore = (one: Reached, other: Reached): boolean =>
  typeof one?.offset === 'number' &&
  typeof other?.offset === 'number' &&
  one.partition === other.partition &&
  one.offset < other.offset;

/** Whether a dead letter is of a record that tagging read, and not of one that it wrote. */
export const isOfTagging = ({ topic }: LetterTrail): boolean => topic.endsWith(postingsReceived.name);

const isFactCurrent = ({ accepted, fact, version }: Known): boolean => {
  if (fact === null || fact.version < version) return false;
  if (accepted === null) return true;
  // Published and counted, and the relay has not stored that yet; or to be published again, and that has not happened.
  if (accepted.pending) {
    const { requeuedAt } = accepted;
    return requeuedAt === null || (fact.received?.at ?? '') >= requeuedAt;
  }
  return !isBefore(fact.received, accepted.published);
};

const isViewCurrent = ({ accepted, fact, view, version }: Known, isInFacts: boolean): boolean => {
  if (view === null || view.version < version) return false;
  if (isInFacts) return view.position >= fact!.offset;
  // The views know versions alone: which publication they count is known by the fact's offset.
  return accepted === null || accepted.requeuedAt === null;
};

const isPast = (letter: LetterTrail, { accepted, fact }: Known, isInFacts: boolean): boolean => {
  if (accepted?.requeuedAt && letter.at !== null && letter.at < accepted.requeuedAt) return true;
  if (isOfTagging(letter) && !accepted?.pending && isBefore(letter, accepted?.published)) return true;
  if (!isInFacts) return false;
  // What was published last is counted: a letter is of something before it, or of a record that is not ours.
  if (accepted !== null) return true;
  return isOfTagging(letter) ? !isBefore(fact!.received, letter) : isBefore(letter, fact);
};

const newest = (letters: LetterTrail[]): LetterTrail | null =>
  letters.toSorted((a, b) => a.version - b.version || (a.at ?? '').localeCompare(b.at ?? '')).at(-1) ?? null;

/** Decides, of all that is known of a posting, what is of its latest version's latest publication. Pure. */
export const publicationOf = (known: Known): Publication => {
  const { accepted, fact, view, version } = known;
  const isInFacts = isFactCurrent(known);
  const isInViews = isViewCurrent(known, isInFacts);
  const letters = known.letters.filter((letter) => letter.version >= version);
  const [past, present] = [letters.filter((one) => isPast(one, known, isInFacts)), new Set(letters)];
  past.forEach((one) => present.delete(one));
  const death = newest([...present]);
  const wasSeen = isInFacts || isInViews || death !== null;
  return {
    isPublished: wasSeen || (accepted === null ? ((fact ?? view) ? true : null) : !accepted.pending),
    ...{ isInFacts, isInViews, death, deathBefore: death ? null : newest(past) },
  };
};
