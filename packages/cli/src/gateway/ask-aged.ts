import type { AnsweredOperation, OperationAnswer } from '@skillstream/contracts';
import type { GatewayAccess } from './access.ts';
import { answerInWords, send, type AskArgs } from './ask-gateway.ts';

/**
 * When an answer was made, and how old it was when it came; null for one that is fresh. `standing`: whether all that
 * was accepted is in it, in words, where that was asked.
 */
export type Age = { at: Date; staleSeconds: number | null; standing?: string };
export type Aged<T> = T & { age: Age };

const MOST_SECONDS = 10 * 365 * 86_400;
const secondsOf = (headers: Headers, name: string): number =>
  Math.min(Math.max(Number(headers.get(name) ?? 0) || 0, 0), MOST_SECONDS);

/** What the headers of an answer say of its age: `Date`, and with `Skillstream-Stale` also `Age` (RFC 9111, 5.1). */
export const ageOf = (headers: Headers, now: Date): Age => {
  const reported = new Date(headers.get('date') ?? now);
  const said = Number.isNaN(reported.getTime()) ? now : reported;
  const stale = headers.get('skillstream-stale') === 'true';
  const seconds = stale ? secondsOf(headers, 'age') : 0;
  return { at: new Date(said.getTime() - seconds * 1000), staleSeconds: stale ? seconds : null };
};

/**
 * Asks a gateway for what an operation answers, and from when that is.
 * @throws CliError when nobody answers, or the answer is a problem
 */
export const askAged = async <I extends AnsweredOperation>(
  at: GatewayAccess,
  id: I,
  ...input: AskArgs<I>
): Promise<Aged<OperationAnswer<I>>> => {
  const asked = send(at, id, ...input);
  const result = await answerInWords(at, asked);
  const { response } = await asked;
  return Object.assign({}, result, { age: ageOf(response.headers, new Date()) });
};

/** An answer that says, too, whether all that was accepted is in it. */
export const standingAt = <T extends Aged<object>>(result: T, standing: string): T => ({
  ...result,
  age: { ...result.age, standing },
});
