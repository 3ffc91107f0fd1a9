import { ledgerAge, ledgerDifference, versionsDifference } from '../alerts/ledger-alerts.ts';
import { objectives } from '../objectives/objectives.ts';
import { counter, gauge, bucketsOf } from '../promql/series.ts';
import { BUDGET_WINDOW, recorded } from '../rules/windows.ts';
import { graph, stat, type DashboardPlan } from './dashboard.ts';
import { quantileBy, rateBy } from './expressions.ts';

/** Is what was promised kept, and how much may still go wrong in these 30 days? */
export const overview: DashboardPlan = {
  id: 'overview',
  title: 'Overview',
  about: 'Objectives, what is left of their budgets, and the three numbers that say how the pipeline is.',
  rows: [
    {
      title: 'Objectives over 30 days',
      panels: objectives.flatMap(({ id, title, target }) => [
        stat(
          `${title}: budget left`,
          'percentunit',
          `The objective is ${Number((target * 100).toPrecision(4))} %. At 0 it is not met any more; below, it is missed.`,
          `1 - ${recorded.ratio(id, BUDGET_WINDOW)} / ${Number((1 - target).toPrecision(6))}`,
        ),
        graph(
          `${title}: how fast the budget is spent`,
          'short',
          'At 1 it lasts for 30 days. Above 14.4 over an hour, and above 6 over six, somebody is paged.',
          ...(['5m', '1h', '6h', '3d'] as const).map((window): [string, string] => [
            window,
            `${recorded.ratio(id, window)} / ${Number((1 - target).toPrecision(6))}`,
          ]),
        ),
      ]),
    },
    {
      title: 'Always',
      panels: [
        graph(
          'The ledger',
          'short',
          '0 while nothing moves; above, postings or their versions are on their way. What stays is missing.',
          ['postings', ledgerDifference],
          ['versions', versionsDifference],
        ),
        graph(
          'Differences found',
          'short',
          'By reconciliations and verifications within an hour. Any is a reason to look.',
          ['{{kind}}', `sum by (kind) (increase(${counter('differences_found_total')}[1h]))`],
        ),
        stat('Ledger read', 's', 'How long ago. Above five minutes it is not known.', ledgerAge),
      ],
    },
    {
      title: 'Now',
      panels: [
        graph(
          'From accepting to counting',
          's',
          'Half of the postings, and all but one of a hundred, were counted within so long.',
          ['median', quantileBy(0.5, [], bucketsOf('posting_counted_seconds'))],
          ['99 %', quantileBy(0.99, [], bucketsOf('posting_counted_seconds'))],
        ),
        graph('Behind', 's', 'The age of the first record that a group has not processed.', [
          '{{group}}',
          `max by (group) (${gauge('consumer_lag_seconds')})`,
        ]),
        graph('Postings', 'ops', 'What came in, by what became of it.', [
          '{{result}}',
          rateBy('result', counter('postings_total')),
        ]),
      ],
    },
  ],
};
