import { appError } from '@skillstream/errors';
import type { Job } from './board.ts';
import { countOf, fieldOf, objectsOf } from './fields.ts';

// Accounts stand in paths and host names of the addresses that we ask for. In a path one may hold blanks, encoded.
const IN_PATH = /^[A-Za-z0-9](?:[\w.-]|%20){0,99}$/;
const IN_HOST = /^[A-Za-z0-9][\w-]{0,62}$/;
/** What is the board's own in the place of an account. */
const ofTheBoard = new Set([
  'www',
  'app',
  'api',
  'docs',
  'help',
  'support',
  'status',
  'embed',
  'jobs',
  'careers',
]);

/** The account in a path like `/acme/jobs`; null where the host is another. @param at which part of the path it is */
export const accountInPath = (url: URL, host: RegExp, at = 0): string | null => {
  const part = url.pathname.split('/').filter(Boolean)[at];
  return host.test(url.hostname) && part !== undefined && IN_PATH.test(part) && !ofTheBoard.has(part)
    ? part
    : null;
};

/** The account in a host name like `acme.jobs.example`; null where the host is another. @param host with one group */
export const accountInHost = (url: URL, host: RegExp): string | null => {
  const account = host.exec(url.hostname)?.[1];
  return account !== undefined && IN_HOST.test(account) && !ofTheBoard.has(account) ? account : null;
};

/** An account as the name of an employer, where a board gives none. */
export const nameOfAccount = (account: string): string => account.replaceAll('%20', ' ');

/** Each of a list: what is no object is a job without an id, which counts, and may be any. */
const jobsOf = (list: readonly unknown[]): Job[] => list.map((one) => objectsOf([one])[0] ?? {});

/** The jobs below a key of an answer. @throws SkillstreamError `invalid-input` where there is no list */
export const listIn = (body: unknown, ...path: string[]): Job[] => {
  const list = fieldOf(body, ...path);
  if (!Array.isArray(list))
    throw appError('invalid-input', `the answer has no list ${path.join('.') || 'of jobs'}`);
  return jobsOf(list);
};

/**
 * How many jobs an answer says there are, of a board whose pages end by that: without it, one page looks like all.
 * @throws SkillstreamError `invalid-input` where it does not say
 */
export const totalIn = (body: unknown, ...path: string[]): number => {
  const total = countOf(fieldOf(body, ...path));
  if (total === null) throw appError('invalid-input', `the answer has no number ${path.join('.')}`);
  return total;
};

/**
 * The elements of a name in an element of XML: none, one or several.
 * @throws SkillstreamError `invalid-input` where there is no such element around them
 */
export const elementsIn = (body: unknown, around: string, name: string): Job[] => {
  const found = fieldOf(body, around);
  if (found === undefined) throw appError('invalid-input', `the answer has no list <${around}>`);
  return jobsOf([fieldOf(found, name) ?? []].flat());
};

/** An address with some parameters set. */
export const withParameters = (url: URL, parameters: Record<string, number>): string => {
  const next = new URL(url);
  for (const [name, value] of Object.entries(parameters)) next.searchParams.set(name, String(value));
  return next.href;
};
