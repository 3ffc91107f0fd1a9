import type { SkillSalaryResult } from '@skillstream/contracts';
import { PAY_UNIT } from '@skillstream/contracts/posting-values';
import { useQuery } from '@tanstack/react-query';
import { skillPayQuery } from '../api/market.ts';
import { PayRanges } from '../charts/pay-ranges.tsx';
import { Figure } from '../figures/figure.tsx';
import { fileNameOf } from '../figures/file-name.ts';
import { QueryState } from '../figures/query-state.tsx';
import { sourceText } from '../figures/source-text.ts';
import { useSkillLabels } from '../figures/use-skill-labels.ts';
import type { PostingsAsked } from '../filter/search.ts';
import { count, pay, payInterval } from '../format/numbers.ts';
import { inUnit, otherTotal, unitHead, unitOf } from '../format/units.ts';
import { filterName } from '../format/words.ts';

/** How many state a pay, with the skill and without it, in both units; what analytics does not say is not known. */
const statedOf = ({ with: own, without }: SkillSalaryResult) => ({
  postings: own.postings === undefined ? undefined : own.postings + (without.postings ?? 0),
  jobs: own.jobs === undefined ? undefined : own.jobs + (without.jobs ?? 0),
});

/** What the postings pay that ask for a skill, and those that do not. */
export const PayFigure = ({ skillId, filter }: { skillId: string; filter: PostingsAsked }) => {
  const query = useQuery(skillPayQuery(skillId, filter));
  const labelOf = useSkillLabels([skillId, query.data?.data.skillId ?? skillId]);
  const titleOf = (id: string) => `Pay with ${labelOf(id)} and without`;
  return (
    <QueryState query={query} title={titleOf(skillId)}>
      {({ data, freshness }) => {
        // What is shown may still be the skill before: it names itself.
        const [title, label] = [titleOf(data.skillId), labelOf(data.skillId)];
        const unit = unitOf(data);
        const stated = data.with.count + data.without.count;
        const both = { counted: data.counted, ...statedOf(data) };
        const rows = [
          { ...data.with, id: 'with', label: `with ${label}` },
          { ...data.without, id: 'without', label: `without ${label}` },
        ];
        return (
          <Figure
            title={title}
            caption={
              `Stated pay in US dollars a year, of ${inUnit(stated, unit)} that ` +
              `${stated === 1 ? 'states' : 'state'} one (${filterName(data.filter)}${otherTotal(both)}); box: middle half, line: 10th to 90th percentile, ` +
              `below: 95% interval of the median; every figure is within 1% of a pay that was stated; the skill need not be the cause of a difference; ${sourceText(data.answeredFrom, freshness)}`
            }
            renewing={query.isPlaceholderData}
            csv={rows.map(({ id, label: _label, ...quantiles }) => ({
              ...{ skillId: data.skillId, which: id, ...quantiles },
              ...PAY_UNIT,
            }))}
            unit={unit}
            origin={data.filter.origin}
            fileName={fileNameOf(`pay-with-${data.skillId}`, data.filter, unit)}
            table={{
              columns: [
                ...[
                  unitHead(unit),
                  'State a pay',
                  '10th percentile',
                  '25th',
                  'Median',
                  'Median, 95% interval',
                ],
                ...['75th', '90th'],
              ],
              rows: rows.map((row) => [
                row.label,
                count(row.count),
                ...[row.p10, row.p25, row.median].map(pay),
                payInterval(row.medianLow, row.medianHigh),
                ...[row.p75, row.p90].map(pay),
              ]),
            }}
          >
            <PayRanges label={title} rows={rows} unit={unit} />
          </Figure>
        );
      }}
    </QueryState>
  );
};
