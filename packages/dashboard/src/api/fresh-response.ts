import { responseOf, type Asked } from '@skillstream/client';

/** How old a response is: when it was read, and, where the gateway says that it is stale, its age by then. */
export type Freshness = { readAtMs: number; staleSeconds: number | null };
export type FreshResponse<T> = { data: T; freshness: Freshness };

/** Of when the data of a response are: those of a stale one are older than its answer. */
export const asOfMs = ({ readAtMs, staleSeconds }: Freshness): number =>
  readAtMs - 1000 * (staleSeconds ?? 0);

/** The freshness that the headers of a response tell (`Age` and `Skillstream-Stale`), at a time in milliseconds. */
const freshnessOf = (headers: Headers, nowMs: number): Freshness => {
  const age = Number(headers.get('age') ?? 0);
  const stale = headers.get('skillstream-stale') === 'true';
  return { readAtMs: nowMs, staleSeconds: stale ? (Number.isFinite(age) ? age : 0) : null };
};

/**
 * The body of a successful response and its freshness.
 * @throws ProblemError when the gateway responded with an error; UnreachableError when there was no response
 */
export const freshResponseOf = async <T>(asked: Asked<T>): Promise<FreshResponse<T>> => {
  const settled = await asked;
  const data = await responseOf(Promise.resolve(settled));
  return { data, freshness: freshnessOf(settled.response.headers, Date.now()) };
};
