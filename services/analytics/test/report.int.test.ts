import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DemandFilter } from '@skillstream/contracts';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Contribution } from '../src/contribution/contribution.ts';
import { createReports } from '../src/queries/report/create-reports.ts';
import { parseReports } from '../src/queries/report/parse-reports.ts';
import { createFactAnswers } from '../src/queries/fact-answers.ts';
import { createFactLimits } from '../src/queries/fact-limits.ts';
import { createAboutOneOrigin } from '../src/queries/origin/about-one-origin.ts';
import { hasOwnInFacts } from '../src/queries/origin/own-sources.ts';
import { createPostingCounts } from '../src/queries/postings/posting-counts.ts';
import { anyEvents, countingContribution } from './contributions.ts';
import { recountReport, type WrittenReport } from './recount-report.ts';
import { smallReport } from './small-report.ts';
import { createFixture, type Fixture } from './fixture.ts';
import { filtered, livingIn } from './living.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await createFixture();
});
afterAll(() => fixture.close());

const written = parse(smallReport) as WrittenReport;
const PARTITIONS = 2;

type Events = { postingId: string; contribution: Contribution }[];

/** Projects these events, a list for each partition, into facts; returns reports over them, and the postings left. */
const reportsAbout = async (logs: Events[], live = true) => {
  const { facts } = fixture.fresh();
  for (const [partition, log] of logs.entries()) {
    const events = log.map((event) => ({ ...event, postingId: `${partition}-${event.postingId}` }));
    await facts.position(partition);
    await facts.write(events.map((event, offset) => ({ ...event, partition, offset })));
    await facts.move(partition, -1, events.length - 1);
    await facts.touch(partition, events.length - 1, events.length, live);
  }
  const answers = createFactAnswers({
    stores: async () => ({ version: 'v1.1', facts }),
    partitions: async () => PARTITIONS,
    limits: createFactLimits(),
    now: () => performance.now(),
  });
  const hasOwn = hasOwnInFacts(answers);
  const aboutOneOrigin = createAboutOneOrigin({ views: hasOwn, facts: hasOwn });
  return {
    reports: createReports(
      parseReports({ 'small.yaml': smallReport }),
      createPostingCounts(answers),
      aboutOneOrigin,
    ),
    known: livingIn(logs),
  };
};

const filters: DemandFilter[] = [
  {},
  { country: 'DE' },
  { source: 'two', country: 'US' },
  { workplace: 'remote', from: '2025-01' },
  { origin: 'sample' },
  { origin: 'all', seniority: 'senior' },
];

// Enough postings for intervals and medians, each with its own id.
const many = fc
  .array(countingContribution, { minLength: 100, maxLength: 200 })
  .map((list) => list.map((contribution, i) => ({ postingId: `m${i}`, contribution })));

test('a report over the facts equals a recount of the postings at their latest versions, without retracted ones', async () => {
  await fc.assert(
    fc.asyncProperty(anyEvents, fc.oneof(anyEvents, many), async (one, other) => {
      const { reports, known } = await reportsAbout([one, other]);
      for (const filter of filters) {
        const result = await reports.result('small', filter);
        // The default depends on all postings, whatever their role.
        const postings = filtered(known, filter).filter(({ role }) => role === 'backend');
        expect(result).toMatchObject({
          filter: { role: 'backend', ...filter },
          population: postings.length,
          claims: recountReport(written, postings),
          answeredFrom: { model: 'facts', caughtUp: true, viewVersion: expect.any(String) },
        });
      }
    }),
    { numRuns: 30 },
  );
});

test('facts that have not caught up say so', async () => {
  const { reports } = await reportsAbout([[], []], false);
  expect((await reports.result('small', {}))!.answeredFrom.caughtUp).toBe(false);
});

test('an unknown report has no result', async () => {
  const { reports } = await reportsAbout([[], []]);
  expect(await reports.result('large', {})).toBeNull();
});
