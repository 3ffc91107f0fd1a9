import { inGroups, type Turns } from '@skillstream/async';
import { loggedError, SkillstreamError } from '@skillstream/errors';
import type { LinkClass, signatureOf } from '@skillstream/linking';
import type { Log } from '@skillstream/runtime';
import type { DueToLink, LinkQueue } from '../store/link-queue.ts';
import type { SignatureStore } from '../store/signature-store.ts';
import type { Assign, Assigned } from './assign.ts';
import type { FindAlone } from './find-alone.ts';
import { createPageMarks, type PageMarks } from './page-marks.ts';
import type { PublishJob } from './publish-job.ts';
import { createSignPage, type Left } from './sign-page.ts';
import type { SplitJob } from './split-job.ts';

export type LinkPageDeps = {
  queue: Pick<LinkQueue, 'clear' | 'mark' | 'renew'>;
  signatures: SignatureStore;
  findAlone: FindAlone;
  assign: Assign;
  publishJob: PublishJob;
  splitJob: SplitJob;
  step: (name: string) => Promise<void>;
  turns: Turns;
  onLinked: (how: LinkClass) => void;
  onFailed: () => void;
  log: Log;
  sign?: typeof signatureOf;
};

/** What is to be published of a posting: its job, those that it leaves, and whether it is to be tried again later. */
type Outcome = { present: string | null; earlier: string[]; left: string[]; isBusy: boolean };

/**
 * Links a page of postings: their signatures first, so that they find each other; then the job of each; then, of
 * each job that has changed, which posting counts. The marks are cleared at the end, so that after a crash all of it
 * is done again, which changes nothing that was done. A posting that cannot be linked holds up no other, nor does a
 * job that others change all the time.
 */
export const createLinkPage = (deps: LinkPageDeps) => {
  const { queue, signatures, findAlone, assign, publishJob, splitJob, step, turns, log, sign } = deps;

  /** @returns null where the posting, or the job, itself is the cause: an engine that fails ends the page */
  const unlessFaulty = async <T>(named: object, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof SkillstreamError) throw error;
      deps.onFailed();
      log.warn({ ...named, error: loggedError(error) }, 'a posting cannot be linked');
      return null;
    }
  };
  const unlessPoison = <T>({ _id }: DueToLink, work: () => Promise<T>): Promise<T | null> =>
    unlessFaulty({ postingId: _id }, work);
  const signPage = createSignPage({ signatures, turns, unlessPoison, ...(sign && { sign }) });

  // Where it throws for one of them, each is looked at by itself, and that one is found.
  const aloneOf = async (ids: string[]): Promise<ReadonlyMap<string, Assigned>> => {
    try {
      return await findAlone(ids);
    } catch (error) {
      if (error instanceof SkillstreamError) throw error;
      return new Map();
    }
  };

  const outcomeOf = (due: DueToLink, ended: Left, assigned: Assigned | 'busy' | null): Outcome => {
    const isBusy = assigned === 'busy';
    const given = isBusy ? null : assigned;
    const left = given?.left ?? ended.left;
    // One that is alone, and was before, is published already.
    const isNews = given?.class !== 'none' || Boolean(due.job) || left.length > 0;
    const present = given && isNews ? given.job : null;
    const before = [...left, ...ended.left, ended.job, due.job].filter((job) => typeof job === 'string');
    return { present, earlier: before.filter((job) => job !== present), left, isBusy };
  };

  /** @returns the jobs that are not published, since others change them all the time */
  const publish = async (outcomes: readonly Outcome[], marks: PageMarks): Promise<Set<string>> => {
    const busy = new Set<string>();
    const earlier = new Set(outcomes.flatMap((one) => one.earlier));
    const present = new Set(outcomes.flatMap(({ present: job }) => (job && !earlier.has(job) ? [job] : [])));
    const publishOne = async (job: string) => {
      if ((await unlessFaulty({ job }, () => publishJob(job, marks))) === false) {
        log.warn({ job }, 'a job changes all the time, and is published later');
        busy.add(job);
      }
      await step('published');
    };
    // Of a posting that went elsewhere the new job is published before the former one gets another primary.
    await inGroups([...present], publishOne);
    for (const one of outcomes)
      if (one.isBusy || busy.has(one.present ?? '')) for (const job of one.earlier) busy.add(job);
    const isOpen = (job: string) => !busy.has(job);
    await inGroups([...earlier].filter(isOpen), publishOne);
    const left = new Set(outcomes.flatMap((one) => one.left));
    for (const job of [...left].filter(isOpen)) {
      if ((await unlessFaulty({ job }, () => splitJob(job))) === false) busy.add(job);
      await step('split');
    }
    return busy;
  };

  /**
   * @returns the postings that are still marked, to be tried again later, behind all others of their source
   * @throws SkillstreamError `unavailable`: those of the page that are still marked have to be linked again
   */
  return async (page: readonly DueToLink[]): Promise<string[]> => {
    const signed = await signPage(page);
    await step('signed');
    const alone = await aloneOf([...signed.keys()]);
    const outcomes = new Map<string, Outcome>();
    const marks = createPageMarks(page);
    const claim = async (id: string) => {
      const { mark, over } = await queue.renew(id);
      if (marks.isOurs(id, over)) marks.add(id, mark, over);
    };
    for (const due of page) {
      const { _id: id } = due;
      const ended = signed.get(id);
      const assigned = ended
        ? (alone.get(id) ?? (await unlessPoison(due, () => assign(id, () => claim(id)))))
        : null;
      if (assigned !== null && assigned !== 'busy') deps.onLinked(assigned.class);
      outcomes.set(id, outcomeOf(due, ended ?? { job: null, left: [] }, assigned));
      await step('assigned');
    }
    const busy = await publish([...outcomes.values()], marks);
    const isLater = ({ _id }: DueToLink): boolean => {
      const { present, earlier, isBusy } = outcomes.get(_id)!;
      return isBusy || [present ?? '', ...earlier].some((job) => busy.has(job));
    };
    const done = page.filter((due) => !isLater(due));
    const later = page.filter(isLater).map(({ _id }) => _id);
    await signatures.settle(new Map(done.map(({ _id }) => [_id, outcomes.get(_id)!.left])));
    await step('settled');
    await queue.mark(later);
    await queue.clear(
      marks.linked(
        (id) => later.includes(id),
        (job) => busy.has(job),
      ),
    );
    return later;
  };
};
