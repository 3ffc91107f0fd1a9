import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { trendQuery } from '../api/market.ts';
import { TrendLines } from '../charts/trend-lines.tsx';
import type { PostingsAsked } from '../filter/search.ts';
import { fewInMonthsText } from '../figures/few-text.ts';
import { Figure } from '../figures/figure.tsx';
import { fileNameOf } from '../figures/file-name.ts';
import { Trouble } from '../figures/query-state.tsx';
import { sourceText } from '../figures/source-text.ts';
import { useLastErrors } from '../figures/use-last-errors.ts';
import { useSkillLabels } from '../figures/use-skill-labels.ts';
import { count, counted, interval, month as monthName, share } from '../format/numbers.ts';
import { inUnit, otherTotal, unitHead, unitOf } from '../format/units.ts';
import { filterName } from '../format/words.ts';
import { answeredOf, monthsOf, ofOneOrigin, seriesOf } from './trend-series.ts';

export type TrendFigureProps = { skillIds: readonly string[]; filter: PostingsAsked; children?: ReactNode };

const TITLE = 'Trends';

/** How often some skills are asked for, by month. */
export const TrendFigure = ({ skillIds, filter, children }: TrendFigureProps) => {
  const queries = useQueries({ queries: skillIds.map((id) => trendQuery(id, filter)) });
  const labelOf = useSkillLabels(skillIds);
  const error = useLastErrors(queries).find((one) => one !== null);
  const answers = ofOneOrigin(answeredOf(queries.map(({ data }) => data)));
  const trouble = error && (
    <Trouble
      error={error}
      again={() => queries.forEach((one) => void one.refetch())}
      shown={answers.length > 0}
    />
  );
  const [first] = answers;
  if (skillIds.length === 0) return <p className="empty">No skill is chosen.</p>;
  if (!first) return trouble || <div className="loading">Loading: {TITLE} …</div>;
  const now = new Date();
  const months = monthsOf(answers.map(({ data }) => data));
  const series = answers.map(({ data, chosenAt }) =>
    seriesOf(data, { label: labelOf(data.skillId), chosenAt }, now),
  );
  const partial = series.some(({ points }) => [...points.values()].some((point) => point.partial));
  const populations = [
    ...new Map(answers.flatMap(({ data }) => data.months.map((one) => [one.month, one.population]))).values(),
  ];
  const all = populations.reduce((sum, one) => sum + one, 0);
  const unit = unitOf(first.data);
  const oldest = answers.find(({ freshness }) => freshness.staleSeconds !== null) ?? first;
  return (
    <>
      {trouble}
      <Figure
        title={TITLE}
        caption={
          `Share of each month’s ${unit} (${inUnit(all, unit)} in ${counted(months.length, 'month')}: ${filterName(first.data.filter)}${otherTotal(first.data)}); ` +
          `${months.length === 1 ? 'bar' : 'band'}: 95% interval${partial ? '; dashed: the month is not over' : ''}; ` +
          sourceText(oldest.data.answeredFrom, oldest.freshness)
        }
        csv={answers.flatMap(({ data }) => data.months.map((one) => ({ skillId: data.skillId, ...one })))}
        warning={fewInMonthsText(populations, unit)}
        unit={unit}
        origin={first.data.filter.origin}
        fileName={fileNameOf('trends', first.data.filter, unit)}
        table={{
          columns: ['Month', 'Skill', unitHead(unit), 'of', 'Share', '95% interval'],
          rows: months.flatMap((name) =>
            series.flatMap(({ label, points }) => {
              const point = points.get(name);
              if (!point) return [[monthName(name), label, count(0), count(0), share(null), share(null)]];
              const when = point.partial ? `${monthName(name)} (not over)` : monthName(name);
              return [
                [
                  when,
                  label,
                  count(point.count),
                  count(point.population),
                  share(point.share),
                  interval(point.low, point.high),
                ],
              ];
            }),
          ),
        }}
      >
        {children}
        <TrendLines label={TITLE} series={series} months={months} unit={unit} />
      </Figure>
    </>
  );
};
