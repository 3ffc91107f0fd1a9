import { expect, test } from '@jest/globals';
import { journey, type AcceptedTrail, type CountedTrail } from '@skillstream/contracts';
import fc from 'fast-check';
import { assembleJourney } from './assemble-journey.ts';
import { layOut, type Heard } from './trails.ts';

const at = (second: number) => new Date(second * 1000).toISOString();
const heard = <T>(found: T | 'away'): Heard<T> =>
  found === 'away' ? { away: 'it hangs' } : { value: found };

const second = fc.integer({ min: 0, max: 100 }).map(at);
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const few = fc.integer({ min: 0, max: 3 });
const version = fc.integer({ min: 1, max: 3 });
const name = orNull(fc.constantFrom('x', 'y'));
const anyPlace = fc.record({
  partition: orNull(few),
  offset: orNull(few),
  at: orNull(second),
  replica: name,
});
const anyAccepted = fc.record({
  ...{ postingId: fc.constant('a.1'), source: fc.constant('a'), version, retracted: fc.boolean() },
  ...{ pending: fc.boolean(), at: second, replica: name, requeuedAt: orNull(second) },
  ...{ published: orNull(anyPlace), taggedUpTo: orNull(few) },
});
const anyFact = fc.record({
  ...{ source: fc.constant('a'), version, retracted: fc.boolean(), partition: few, offset: few },
  ...{ acceptedAt: orNull(second), received: orNull(anyPlace), taggedAt: orNull(second), taggedBy: name },
  ...{ countedAt: orNull(second), countedBy: name },
});
const anyView = fc.record({ version, position: few, at: orNull(second), replica: name });
const anyLetter = fc.record({
  ...{ version, topic: fc.constantFrom('postings.received.v1', 'postings.tagged.v1') },
  ...{ partition: few, offset: few, at: orNull(second), code: name, reason: name },
});
const part = fc.constantFrom('views' as const, 'facts' as const, 'dead letters' as const);
const anyCounted = fc.record({
  ...{ fact: orNull(anyFact), view: orNull(anyView), letters: fc.array(anyLetter, { maxLength: 3 }) },
  missing: fc.array(fc.record({ part, reason: fc.constant('gone') }), { maxLength: 2 }),
});

test('whatever is stored: no wait is negative, no step is twice, and no step is reached behind one that waits', () => {
  fc.assert(
    fc.property(
      fc.oneof(orNull(anyAccepted), fc.constant('away')),
      fc.oneof(anyCounted, fc.constant('away')),
      (one, two) => {
        const accepted = heard<AcceptedTrail | null>(one as AcceptedTrail);
        const known = layOut({ postingId: 'a.1', accepted, counted: heard(two as CountedTrail) });
        if (known === null) return;
        const found = journey.parse(assembleJourney(known, at(1000)));
        const { steps, outcome } = found;
        expect(new Set(steps.map(({ step }) => step)).size).toBe(steps.length);
        for (const { waitedMs, clockBehindMs, state, at: time } of steps) {
          expect(waitedMs ?? 0).toBeGreaterThanOrEqual(0);
          if (clockBehindMs !== undefined) expect(waitedMs).toBe(0);
          if (state !== 'reached') expect([time, waitedMs]).toEqual([null, null]);
        }
        const main = ['accepted', 'published', 'tagged'];
        const states = steps.filter(({ step }) => main.includes(step)).map(({ state }) => state);
        if (states.includes('waiting'))
          expect(states.slice(states.indexOf('waiting'))).not.toContain('reached');
        expect(outcome === 'dead').toBe(steps.at(-1)!.step === 'dead');
      },
    ),
  );
});
