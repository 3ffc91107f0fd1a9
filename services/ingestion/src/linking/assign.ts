import { compare, indexKeysOf, linkClasses, mayBeTogether, type LinkClass } from '@skillstream/linking';
import type { JobStore } from '../store/job-store.ts';
import type { SignatureStore } from '../store/signature-store.ts';
import { isSigned, onItsOwn, unpackSignature, type SignedDocument as Signature } from './stored-signature.ts';

/** How many postings are compared with one, and how many a job may have. */
export type LinkLimits = { candidates: number; members: number };

export type AssignDeps = {
  signatures: SignatureStore;
  jobs: Pick<JobStore, 'published'>;
  /** Has postings linked again. */
  mark: (ids: string[]) => Promise<void>;
  limits: LinkLimits;
  /** For tests: called between any two steps. */
  step: (name: string) => Promise<void>;
  /** Called with how many signatures were compared with one. */
  onCompared: (count: number) => void;
};

/** What became of a posting: its job, the jobs that it left, and how it is like another one of its job. */
export type Assigned = { job: string; left: string[]; class: LinkClass };

type Match = { found: Signature; class: LinkClass };

/** Candidates that are looked at first. */
const FEW = 8;
/** Another linker at the same postings makes one look again; more often than so it does not come in between. */
const MOST_ATTEMPTS = 20;

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const byClassThenJob = (a: Match, b: Match): number =>
  linkClasses.indexOf(a.class) - linkClasses.indexOf(b.class) || order(a.found.job, b.found.job);
const nothing = async (): Promise<void> => undefined;
const least = (jobs: string[]): string => jobs.toSorted()[0]!;

/**
 * Gives a posting its job. A job is what signatures name: each names one, a posting that is alone one of its own, so
 * that two are joined by one write. Everybody moves towards the same job, the least of those that are alone; and who
 * moved looks once more whether what it moved to, or what it left, is still as it was: of two that write and then
 * read, one at least sees the other.
 */
export const createAssign = ({ signatures, jobs, mark, limits, step, onCompared }: AssignDeps) => {
  const classOf = (a: Signature, b: Signature): LinkClass =>
    compare(unpackSignature(a.signature), unpackSignature(b.signature)).class;

  const lookAt = async (own: Signature, keys: string[], most: number): Promise<Match[]> => {
    const found = (await signatures.withKeys(keys, most, own._id)).filter(isSigned);
    onCompared(found.length);
    return found
      .map((one) => ({ found: one, class: classOf(own, one) }))
      .filter((match) => match.class !== 'none')
      .sort(byClassThenJob);
  };

  /** Of hundreds of the same words a few are enough: whoever is like one is like all. */
  const look = async (own: Signature): Promise<Match[]> => {
    const { sought } = indexKeysOf(unpackSignature(own.signature));
    if (sought.length === 0) return [];
    const few = await lookAt(own, sought, Math.min(FEW, limits.candidates));
    return few[0]?.class === 'full' ? few : lookAt(own, sought, limits.candidates);
  };

  /** Moves whoever is left in a job that ended, also those that come while it does. */
  const empty = async (job: string, into: string): Promise<void> => {
    for (let some = await signatures.of(job, limits.members); some.length > 0;) {
      for (const one of some) await signatures.change(one, { job: into });
      some = await signatures.of(job, limits.members);
    }
  };

  /** How it is like the primary of its job: the posting that led here may be gone, or is not found any more. */
  const likePrimary = async (own: Signature): Promise<LinkClass> => {
    const primary = await jobs.published(own.job);
    const found = primary === null || primary === own._id ? null : await signatures.get(primary);
    if (isSigned(found) && found.job === own.job) return classOf(own, found);
    const other = (await signatures.of(own.job, 2)).filter(isSigned).find(({ _id }) => _id !== own._id);
    return other ? classOf(own, other) : 'none';
  };

  /**
   * How it is like one of its job: the primary first, since of hundreds of the same words each is like it, and no
   * others are read. The members of a full job are found by their job alone.
   */
  const likeItsJob = async (own: Signature): Promise<LinkClass> => {
    const like = await likePrimary(own);
    if (like !== 'none') return like;
    const others = (await signatures.of(own.job, limits.members)).filter(isSigned);
    onCompared(others.length);
    for (const other of others) {
      const found = other._id === own._id ? 'none' : classOf(own, other);
      if (found !== 'none') return found;
    }
    return 'none';
  };

  /** Whether a job has more than the one posting that was found in it. */
  const isShared = async ({ found }: Match, all: readonly Match[]): Promise<boolean> =>
    all.some((other) => other.found._id !== found._id && other.found.job === found.job) ||
    signatures.hasOthers(found.job, found._id);

  /**
   * Whether what a job is known by may be of the organization and the country of a posting: "Acme" is alike both "Acme
   * Foods" and "Acme Robotics", and one that names nobody is alike all, but these are not of one job.
   */
  const mayJoin = async (own: Signature, job: string, all: readonly Match[]): Promise<boolean> => {
    const primary = await jobs.published(job);
    const known = primary === null ? null : await signatures.get(primary);
    const members = all.flatMap(({ found }) => (found.job === job ? [found] : []));
    if (isSigned(known) && known.job === job) members.push(known);
    return members.every((one) => mayBeTogether(own.signature, one.signature));
  };

  /** The first match whose job has several members, and those that are alone; all may be of one organization. */
  const splitByJob = async (own: Signature, matches: readonly Match[]) => {
    const group = [own];
    let shared: Match | null = null;
    const refused = new Set<string>();
    const alone: Match[] = [];
    for (const match of matches) {
      const { found } = match;
      if (found.job === shared?.found.job || refused.has(found.job)) continue;
      const isOfMany = await isShared(match, matches);
      if (isOfMany && (shared !== null || !(await mayJoin(own, found.job, matches)))) refused.add(found.job);
      else if (group.every((one) => mayBeTogether(one.signature, found.signature))) {
        group.push(found);
        if (isOfMany) shared = match;
        else alone.push(match);
      }
    }
    return { shared, alone };
  };

  /** Moves them, as long as each is as it was read, and goes on to where the job of the posting itself went. */
  const join = async (
    { own, movers, anchor }: { own: Signature; movers: readonly Signature[]; anchor: Signature },
    job: string,
    claim: () => Promise<void>,
  ): Promise<void> => {
    for (const mover of movers) {
      if (mover === own) await claim();
      if (!(await signatures.change(mover, { job }))) return;
      await step('moved');
      await empty(mover.job, job);
      await step('emptied');
    }
    const now = await signatures.get(anchor._id);
    // It was moved meanwhile, and those that came to it go with it; unless it has left by a change of its own.
    if (now?.job && now.job !== job && now.version === anchor.version) await empty(job, now.job);
  };

  /** @returns false where it may join none of them */
  const joinBest = async (
    own: Signature,
    matches: readonly Match[],
    claim: () => Promise<void>,
  ): Promise<boolean> => {
    const { shared, alone } = await splitByJob(own, matches);
    if (shared === null && alone.length === 0) return false;
    const isFixed = ({ found }: Match) => found.state === 'expired';
    const fixed = alone.find(isFixed);
    const free = alone.filter((match) => !isFixed(match)).map(({ found }) => found);
    const job = shared?.found.job ?? fixed?.found.job ?? least([own.job, ...free.map((one) => one.job)]);
    if (shared && (await signatures.count(job, limits.members)) >= limits.members) {
      await signatures.stopOffering(job);
      return true;
    }
    const anchor = shared?.found ?? fixed?.found ?? [own, ...free].find((one) => one.job === job)!;
    await step('split');
    const movers = [...free, own].filter((one) => one.job !== job);
    // What is moved by another one is due itself: that one may be gone before the job is published.
    await mark(movers.filter((one) => one !== own).map(({ _id }) => _id));
    await step('marked');
    // The posting itself is the last: while it is alone, a repetition after a crash does the rest.
    await join({ own, movers, anchor }, job, claim);
    return true;
  };

  /**
   * @param claim marks the posting once more, right before it is moved: another linker may have cleared the mark by
   *   which it is due, and this one may come no further
   * @returns null where it has no text any more; `busy` where others change the same postings again and again
   */
  return async (id: string, claim = nothing): Promise<Assigned | 'busy' | null> => {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const own = await signatures.get(id);
      if (!isSigned(own) || own.state !== 'live') return null;
      if (await signatures.hasOthers(own.job, id)) {
        const same = await likeItsJob(own);
        if (same !== 'none') return { job: own.job, left: own.left, class: same };
        await claim();
        await step('claimed');
        await signatures.change(own, onItsOwn(own));
        await step('left');
        continue;
      }
      const matches = await look(own);
      if (matches.length === 0) return { job: own.job, left: own.left, class: 'none' };
      if (!(await joinBest(own, matches, claim))) return { job: own.job, left: own.left, class: 'none' };
    }
    return 'busy';
  };
};

export type Assign = ReturnType<typeof createAssign>;
