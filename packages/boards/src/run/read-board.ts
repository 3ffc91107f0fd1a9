import { hash } from 'node:crypto';
import { appError, messageOf, SkillstreamError } from '@skillstream/errors';
import type { BoardAccount } from '../boards.ts';
import type { BoardPosting, Job, ListPage } from '../board.ts';
import type { FetchOptions, Fetcher, Validators } from '../fetch/create-fetcher.ts';
import { isPlainId } from '../fields.ts';
import { fit } from '../fit.ts';
import { decode } from './decode.ts';

/** What a run that was broken off had come to. */
type ReadSoFar = {
  /** The address of the page that was being read; null: the first one. */
  page: string | null;
  /** The jobs that were read to their end, by their keys. */
  jobs: ReadonlySet<string>;
};

export type ReadBoard = {
  fetch: Fetcher;
  /** Of the list that was read last; absent: it is read whatever it says. */
  known?: Validators;
  /** Goes on where a run was broken off: what it had read is neither fetched nor given out again. */
  from?: ReadSoFar;
  /** @param job the key of its job, for whoever goes on after a break */
  onPosting: (posting: BoardPosting, job: string) => Promise<void>;
  /** Called when all of a page was given out and another one follows. */
  onPage?: (next: string) => Promise<void>;
  /** By whose day a date lies in the future. */
  now?: () => Date;
  /** Ends the reading, which is not complete then. */
  signal?: AbortSignal;
  /**
   * A job that is no posting; the others go on.
   * @param id the board's own, null where it has none
   * @param job its key, as above
   */
  onFault: (fault: string, id: string | null, job: string) => void;
  /** Called as jobs are read; the total as the board says, null where it does not. */
  onProgress?: (read: number, total: number | null) => void;
};

/** What came of reading a list. */
export type BoardReport = {
  /** Since the list was read last. */
  unchanged: boolean;
  /**
   * Whether all of the list was read, with no fewer jobs than the board says there are. Only then may what is missing
   * be called gone.
   */
  complete: boolean;
  /** Why it is not complete. */
  reason: string | null;
  /** The jobs of the list, each once; of those that became postings in this run, the ids. */
  listed: number;
  postings: string[];
  /** The jobs that are no posting; of those with an id, which are listed all the same, the ids; how many have none. */
  faults: number;
  faulty: string[];
  nameless: number;
  /** Whether the list is one answer: jobs of a longer one move between its pages while they are read. */
  onePage: boolean;
  validators: Validators;
};

/** The jobs of a list that is read; of one with more the rest is not. */
export const MOST_JOBS = 50_000;
const MOST_PAGES = 500;
const MOST_FAILED_IN_A_ROW = 5;
/** Of fewer texts any may well be away. */
const LEAST_FOR_SHARE = 5;
const MOST_FAILED_SHARE = 0.5;
const accepts = { json: 'application/json', xml: 'application/xml, text/xml, application/rss+xml' };

/** Reads the jobs of an account on a board: page by page, each job's detail where the list leaves it out. */
export const readBoard = async ({ board, account }: BoardAccount, deps: ReadBoard): Promise<BoardReport> => {
  const { known = {}, from, onPosting, onPage, onFault, onProgress, signal, now = () => new Date() } = deps;
  const fetch = (address: string, options: FetchOptions = {}) => deps.fetch(address, { ...options, signal });
  const seen = new Set<string>();
  // Of earlier pages, which are not read again; where all pages are, what is listed is listed again.
  const earlier = from === undefined || from.page === null ? new Set<string>() : from.jobs;
  const keyOf = (job: Job): string => {
    const id = board.id(job);
    // Keys are stored, and of a job without an id all of its text would be.
    return id !== undefined && isPlainId(id) ? id : hash('sha256', id ?? JSON.stringify(job), 'base64url');
  };
  const isRead = (job: Job): boolean => from?.jobs.has(keyOf(job)) ?? false;
  /** The texts that the list leaves out. */
  const details = { asked: 0, failed: 0, inARow: 0, lastFault: '' };
  const report: BoardReport = {
    ...{
      unchanged: false,
      complete: false,
      reason: null,
      listed: earlier.size,
      postings: [],
      faults: 0,
      faulty: [],
      nameless: 0,
      onePage: from === undefined,
      validators: {},
    },
  };
  const fault = (job: Job, reason: string) => {
    const id = board.id(job) ?? null;
    report.faults += 1;
    if (id === null) report.nameless += 1;
    else report.faulty.push(id);
    onFault(reason, id, keyOf(job));
  };

  const isNotThere = (error: unknown) => error instanceof SkillstreamError && error.code === 'not-found';

  /** @throws SkillstreamError where the detail cannot be had */
  const complete = async (job: Job): Promise<Job> => {
    // Without an id it is no posting, whatever its detail says.
    const address = board.id(job) === undefined ? null : (board.detail?.(job, account) ?? null);
    if (address === null) return job;
    details.asked += 1;
    try {
      const fetched = await fetch(address);
      const body =
        fetched.status === 'changed' ? decode(fetched.text, board.detailFormat ?? board.format) : null;
      const whole = body === null ? job : (board.withDetail?.(job, body) ?? { ...job, ...(body as Job) });
      // Not before: a page that asks who we are is an answer, too.
      details.inARow = 0;
      return whole;
    } catch (error) {
      details.failed += 1;
      details.lastFault = messageOf(error);
      // One job's page may be gone; of several in a row that are refused or away the board itself is.
      details.inARow += isNotThere(error) ? 0 : 1;
      throw error;
    }
  };

  /** @returns null for a job that is no posting */
  const postingOf = async (job: Job): Promise<BoardPosting | null> => {
    try {
      return board.posting(await complete(job), account);
    } catch (error) {
      signal?.throwIfAborted();
      fault(job, messageOf(error));
      if (details.inARow === MOST_FAILED_IN_A_ROW) throw error;
      return null;
    }
  };

  const take = async (job: Job): Promise<void> => {
    signal?.throwIfAborted();
    if (isRead(job)) return;
    const posting = await postingOf(job);
    if (posting === null) return;
    await onPosting(fit(posting, now()), keyOf(job));
    report.postings.push(posting.sourceId);
  };

  /** Whether a job is listed for the first time: jobs move to the next page while pages are read. */
  const isNew = (job: Job): boolean => {
    const key = keyOf(job);
    if (seen.has(key)) return false;
    seen.add(key);
    report.listed += earlier.has(key) ? 0 : 1;
    if (report.listed > MOST_JOBS) throw appError('too-large', `the list has over ${MOST_JOBS} jobs`);
    return true;
  };

  /** Reads the pages. @returns how many jobs the board says there are; null where it says that nothing has changed */
  const readPages = async (onJob: (job: Job, total: number | null) => Promise<void>) => {
    let next: string | null = from?.page ?? board.list(account);
    let total: number | null = null;
    const origin = new URL(next).origin;
    for (let pages = 0; next !== null; pages += 1) {
      if (pages === MOST_PAGES) throw appError('too-large', `the list has over ${MOST_PAGES} pages`);
      // Of a list of several pages the first may be as it was, and the others not.
      const fetched = await fetch(next, {
        known: pages === 0 && !from ? known : {},
        accept: accepts[board.format],
      });
      if (fetched.status === 'unchanged') {
        if (pages === 0 && !from) return null;
        throw appError('invalid-input', 'a page is said to be as it was, which nobody asked');
      }
      const page: ListPage = board.page(decode(fetched.text, board.format), new URL(next));
      if (pages === 0 && !from && page.next === null) report.validators = fetched.validators;
      if (page.next !== null) report.onePage = false;
      total = page.total ?? total;
      const jobs = page.jobs.filter(isNew);
      for (const job of jobs) await onJob(job, total);
      if (page.next !== null && jobs.length === 0)
        throw appError('invalid-input', 'the list goes on, but without jobs that are new');
      if (page.next !== null && new URL(page.next).origin !== origin)
        throw appError('invalid-input', 'the list goes on at another host');
      next = page.next;
      if (next !== null && !board.detail) await onPage?.(next);
    }
    return { total };
  };

  try {
    let read = 0;
    const taken = async (job: Job, total: number | null) => {
      await take(job);
      onProgress?.((read += 1), total);
    };
    // Details take long, and a list moves meanwhile: all of it is read before. Without details it has the texts, and
    // is not kept.
    const later: Job[] = [];
    let failed: unknown = null;
    const list = await readPages(board.detail ? async (job) => void later.push(job) : taken).catch(
      (error: unknown) => ((failed = error), { total: null }),
    );
    if (list === null) return { ...report, unchanged: true, validators: known };
    // What was listed before a page failed is read all the same.
    for (const job of later) await taken(job, later.length);
    if (failed !== null) throw failed;
    const short = list.total !== null && list.total > report.listed;
    if (short) report.reason = `the board says ${list.total} jobs, and its list has ${report.listed}`;
    const { asked, failed: away, lastFault } = details;
    const isBlocked = asked >= LEAST_FOR_SHARE && away > asked * MOST_FAILED_SHARE;
    if (isBlocked) report.reason ??= `${away} of ${asked} texts cannot be had, the last one: ${lastFault}`;
    report.complete = !short && !isBlocked;
  } catch (error) {
    report.reason = messageOf(error);
  }
  return report;
};
