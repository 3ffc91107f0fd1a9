import type { PostingInput } from '@skillstream/contracts';

/** A job as a board lists it: an object, or an element of XML as one. */
export type Job = Record<string, unknown>;

/** A posting as a board gives it; the source is the reader's own name for the board's account. */
export type BoardPosting = Omit<PostingInput, 'source'>;

/** One answer of a list. */
export type ListPage = {
  jobs: Job[];
  /** The address of the next page; null at the end. */
  next: string | null;
  /** How many jobs the board says there are in all; null where it does not say. */
  total: number | null;
};

/** What one job board looks like: addresses in, postings out; it asks nothing itself. */
export type Board = {
  /** Its short name, in lower case. */
  name: string;
  /** Its name as people write it. */
  title: string;
  /** Where its API is described. */
  docs: string;
  format: 'json' | 'xml';
  /** Its list has the newest jobs alone: what is no longer in it is not gone. */
  newestOnly?: boolean;
  /** The account in an address that people have in their browser; null where the address is not of this board. */
  detect: (url: URL) => string | null;
  /** The address of the first page of an account's list. */
  list: (account: string) => string;
  /** Reads one page. @throws SkillstreamError `invalid-input` where the answer is not of the board's form */
  page: (body: unknown, url: URL) => ListPage;
  /** The board's own id of a job that its list has, by which `posting` names it; absent where it has none. */
  id: (job: Job) => string | undefined;
  /** The address of what the list leaves out of a job; null where nothing is missing. */
  detail?: (job: Job, account: string) => string | null;
  /** A job with its detail. Absent: the detail's fields take the place of the list's. */
  withDetail?: (job: Job, body: unknown) => Job;
  /** What the answer to `detail` is, where it is not of the board's own format. */
  detailFormat?: 'json' | 'html';
  /**
   * A job as a posting. Names and addresses of recruiters are left out here, at the door.
   * @throws SkillstreamError `invalid-input` where it lacks an id or a description
   */
  posting: (job: Job, account: string) => BoardPosting;
};
