import { sleep } from '@skillstream/async';
import { ProblemError, type Asked } from '@skillstream/client';
import type { AnsweredOperation, OperationAnswer } from '@skillstream/contracts';
import type { GatewayAccess } from './access.ts';
import { resultOrError, retryPauseMs, send, type AskArgs } from './ask-gateway.ts';
import type { Typed } from './issue-line.ts';

/**
 * When a response was made, and its age on arrival; null for a fresh one. `standing`: in words, whether everything
 * that was accepted is in it, where that was requested.
 */
export type Age = { at: Date; staleSeconds: number | null; standing?: string };
export type Aged<T> = T & { age: Age };

const MOST_SECONDS = 10 * 365 * 86_400;
const secondsOf = (headers: Headers, name: string): number =>
  Math.min(Math.max(Number(headers.get(name) ?? 0) || 0, 0), MOST_SECONDS);

/** The age of a response by its headers: `Date`, and with `Skillstream-Stale` also `Age` (RFC 9111, 5.1). */
export const ageOf = (headers: Headers, now: Date): Age => {
  const reported = new Date(headers.get('date') ?? now);
  const said = Number.isNaN(reported.getTime()) ? now : reported;
  const stale = headers.get('skillstream-stale') === 'true';
  const seconds = stale ? secondsOf(headers, 'age') : 0;
  return { at: new Date(said.getTime() - seconds * 1000), staleSeconds: stale ? seconds : null };
};

/** As long as analytics goes on reading for a result, after it has sent the first who asked away. */
const MOST_WAITED_MS = 60_000;

const pauseOf = async <T>(asked: Asked<T>): Promise<number | null> => {
  const { error, response } = await asked;
  if (response.ok) return null;
  const refused = new ProblemError(response, error);
  return refused.problem?.code === 'overloaded' ? retryPauseMs(refused.retryAfterSeconds ?? 1) : null;
};

/** Asks until the gateway is not overloaded, with pauses as long as it says, of a minute in all. */
const askPatiently = async <T>(ask: () => Asked<T>): Promise<{ asked: Asked<T> }> => {
  for (let waitedMs = 0; ;) {
    const asked = ask();
    const pauseMs = await pauseOf(asked).catch(() => null);
    if (pauseMs === null || waitedMs + pauseMs > MOST_WAITED_MS) return { asked };
    await sleep(pauseMs);
    waitedMs += pauseMs;
  }
};

/**
 * Calls an operation of a gateway, with a query that somebody typed. While the gateway is overloaded, as it is while
 * a result takes longer than a request may, it asks again.
 * @returns the response body, and when it was made
 * @throws CliError when nobody responds, or the response is a problem
 */
export const queryWithAge = async <I extends AnsweredOperation>(
  at: GatewayAccess,
  id: I,
  ...input: AskArgs<I>
): Promise<Aged<OperationAnswer<I>>> => {
  const { asked } = await askPatiently(() => send(at, id, ...input));
  const result = await resultOrError(at, asked, (input[0] as { query?: Typed } | undefined)?.query);
  const { response } = await asked;
  return Object.assign({}, result, { age: ageOf(response.headers, new Date()) });
};

/** The same, also with whether everything that was accepted is in the response. */
export const withFreshness = <T extends Aged<object>>(result: T, standing: string): T => ({
  ...result,
  age: { ...result.age, standing },
});
