import type { AnsweredOperation, OperationAnswer } from '@skillstream/contracts';
import type { GatewayAccess } from './access.ts';
import { resultOrError, send, type AskArgs } from './ask-gateway.ts';
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

/**
 * Calls an operation of a gateway, with a query that somebody typed.
 * @returns the response body, and when it was made
 * @throws CliError when nobody responds, or the response is a problem
 */
export const queryWithAge = async <I extends AnsweredOperation>(
  at: GatewayAccess,
  id: I,
  ...input: AskArgs<I>
): Promise<Aged<OperationAnswer<I>>> => {
  const asked = send(at, id, ...input);
  const result = await resultOrError(at, asked, (input[0] as { query?: Typed } | undefined)?.query);
  const { response } = await asked;
  return Object.assign({}, result, { age: ageOf(response.headers, new Date()) });
};

/** The same, also with whether everything that was accepted is in the response. */
export const withFreshness = <T extends Aged<object>>(result: T, standing: string): T => ({
  ...result,
  age: { ...result.age, standing },
});
