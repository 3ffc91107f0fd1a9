import { bytesOf } from './bytes.ts';
import { checkOutcome } from './check-response.ts';
import type { Finding } from './finding.ts';
import type { Flight } from './loop-blocks.ts';
import type { AttackRequest } from './request.ts';
import { send, type Outcome } from './send.ts';
import { createTally } from './outcomes.ts';

const AT_ONCE = 8;
/** Requests that take their time by their nature, each with its copies, beside those. */
const MOST_ASIDE = 3;

const idsIn = ({ response }: Outcome): string[] =>
  [...(response?.body ?? '').matchAll(/"postingId":"([^"]+)"/g)].map(([, id]) => id!);

export type AttackersDeps = { port: number; token: () => Promise<string | null> };

/** Sends requests, so many at once, checks what comes back, and keeps who was under way when. */
export const createAttackers = ({ port, token }: AttackersDeps) => {
  const outcomes = createTally();
  const findings: Finding[] = [];
  const flights: Flight[] = [];
  const accepted = new Set<string>();
  const aside = new Set<Promise<void>>();

  const fly = async (request: AttackRequest): Promise<void> => {
    const bytes = request.body && bytesOf(request.body);
    const held = (await token()) ?? '';
    const fromMs = Date.now();
    const flight = { number: request.number, fromMs, toMs: Infinity };
    flights.push(flight);
    const one = async () => {
      const outcome = await send(request, bytes, port, held);
      outcomes.add(request, outcome);
      findings.push(...checkOutcome(request, outcome));
      if (request.operation === 'POST /v1/postings') for (const id of idsIn(outcome)) accepted.add(id);
    };
    await Promise.all(Array.from({ length: request.copies }, one));
    flight.toMs = Date.now();
  };
  const begin = async (request: AttackRequest): Promise<void> => {
    if (request.manner.how !== 'slow' && request.manner.how !== 'listen') return fly(request);
    while (aside.size >= MOST_ASIDE) await Promise.race(aside);
    const flying: Promise<void> = fly(request).finally(() => aside.delete(flying));
    aside.add(flying);
  };
  return {
    outcomes,
    findings,
    flights,
    accepted,
    /** Sends what is given, until there is no more or it is over; then every answer is waited for. */
    run: async (requests: Iterator<AttackRequest>, isOver: (number: number) => boolean): Promise<void> => {
      const work = async () => {
        for (let next = requests.next(); !next.done && !isOver(next.value.number); next = requests.next())
          await begin(next.value);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      await Promise.all(aside);
    },
  };
};
