import type { AlertCase, Fired } from './alert-case.ts';

/** So many minutes of so many events each, of which this share is bad. */
export type Phase = { minutes: number; perMinute: number; bad: number };

/** All events, and the bad ones, after each minute. */
const totals = (phases: readonly Phase[]) => {
  const [all, bad] = [[0], [0]];
  for (const phase of phases)
    for (let minute = 0; minute < phase.minutes; minute += 1) {
      all.push(all.at(-1)! + phase.perMinute);
      bad.push(bad.at(-1)! + phase.perMinute * phase.bad);
    }
  return { all, bad };
};
const text = (values: readonly number[]) => values.join(' ');

/** Requests as the gateway counts them, from 0 each. */
const requests = (objective: string, phases: readonly Phase[]) => {
  const { all, bad } = totals(phases);
  const series = (result: string) =>
    `skillstream_objective_requests_total{service="gateway",objective="${objective}",result="${result}"}`;
  return { [series('good')]: text(all.map((count, at) => count - bad[at]!)), [series('bad')]: text(bad) };
};
/** What is scraped, by objective. */
const scraped: Record<string, (phases: readonly Phase[]) => Record<string, string>> = {
  CountedLate: (phases) => {
    const { all, bad } = totals(phases);
    const good = text(all.map((count, at) => count - bad[at]!));
    return {
      'skillstream_posting_counted_seconds_count{service="analytics"}': text(all),
      'skillstream_posting_counted_seconds_bucket{service="analytics",le="10"}': good,
      'skillstream_posting_counted_seconds_bucket{service="analytics",le="20"}': text(all),
    };
  },
  AnswersSlow: (phases) => ({
    ...requests('fast', phases),
    // What is served is counted beside it, and no part of it.
    ...requests('served', [{ minutes: 400, perMinute: 6000, bad: 1 }]),
  }),
  // A tenth of the budget of the others.
  RequestsFail: (phases) => ({
    ...requests(
      'served',
      phases.map((phase) => ({ ...phase, bad: phase.bad / 10 })),
    ),
    ...requests('fast', [{ minutes: 400, perMinute: 6000, bad: 1 }]),
  }),
};

const busy = (minutes: number, bad: number): Phase => ({ minutes, perMinute: 6000, bad });
/** The percentage of bad events that the page, and the ticket, names; null: it does not fire. */
type Run = {
  name: string;
  phases: Phase[];
  page: number | null;
  ticket: number | null;
  /** The ticket's of requests, slow and failed: of a counter that was 0, Prometheus extrapolates less. */
  ofRequests?: { AnswersSlow: number; RequestsFail: number };
};
export const runs: readonly Run[] = [
  {
    name: 'a fifth is bad for an hour, after hours of none',
    phases: [busy(300, 0), busy(70, 0.2)],
    page: 20,
    // Of what is known of three days.
    ticket: 3.685,
    ofRequests: { AnswersSlow: 3.679, RequestsFail: 0.3678 },
  },
  { name: '8 % are bad for hours', phases: [busy(370, 0.08)], page: 8, ticket: 8 },
  { name: '4 % are bad for hours', phases: [busy(370, 0.04)], page: null, ticket: 4 },
  { name: '1.5 % are bad for hours', phases: [busy(370, 0.015)], page: null, ticket: 1.5 },
  {
    name: '0.9 % are bad for hours, within the objective',
    phases: [busy(370, 0.009)],
    page: null,
    ticket: null,
  },
  { name: 'nothing is bad', phases: [busy(370, 0)], page: null, ticket: null },
  { name: 'nothing happens', phases: [{ minutes: 400, perMinute: 0, bad: 0 }], page: null, ticket: null },
  {
    name: 'a fifth was bad for most of an hour, and nothing is any more',
    phases: [busy(300, 0), busy(50, 0.2), busy(15, 0)],
    page: null,
    // The budget is spent all the same.
    ticket: 2.757,
    ofRequests: { AnswersSlow: 2.75, RequestsFail: 0.275 },
  },
  {
    name: 'the first requests of all are bad, after an hour in which nobody came',
    phases: [
      { minutes: 60, perMinute: 0, bad: 0 },
      { minutes: 10, perMinute: 600, bad: 1 },
    ],
    page: 100,
    ticket: 100,
  },
  {
    name: 'there are six events in two hours, and all are bad',
    phases: [{ minutes: 120, perMinute: 0.05, bad: 1 }],
    page: null,
    ticket: null,
  },
];

/** Error budgets that are spent too fast, and such that are not. */
export const burnCases: AlertCase[] = Object.entries(scraped).flatMap(([alert, scrape]) =>
  runs.map(({ name, phases, page, ticket, ofRequests }): AlertCase => {
    const shareOf = (percent: number | null) =>
      percent !== null && alert === 'RequestsFail' ? Number((percent / 10).toPrecision(4)) : percent;
    const minutes = phases.reduce((sum, phase) => sum + phase.minutes, 0);
    const own = ofRequests && alert in ofRequests ? ofRequests[alert as keyof typeof ofRequests] : null;
    const shares = [
      ['page', shareOf(page)],
      ['ticket', own ?? shareOf(ticket)],
    ] as const;
    const fires = shares.flatMap(([severity, share]): Fired[] =>
      share === null ? [] : [{ severity, value: `${share}%` }],
    );
    return { alert, name, series: scrape(phases), interval: '1m', at: `${minutes}m`, fires };
  }),
);
