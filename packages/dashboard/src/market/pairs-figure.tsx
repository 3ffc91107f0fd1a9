import { useQuery } from '@tanstack/react-query';
import { pairsQuery } from '../api/market.ts';
import { LiftMap } from '../charts/lift-map.tsx';
import { fewText } from '../figures/few-text.ts';
import { Figure } from '../figures/figure.tsx';
import { fileNameOf } from '../figures/file-name.ts';
import { QueryState } from '../figures/query-state.tsx';
import { SkillLink } from '../figures/skill-link.tsx';
import { sourceText } from '../figures/source-text.ts';
import { useSkillLabels } from '../figures/use-skill-labels.ts';
import type { DemandAsked } from '../filter/search.ts';
import { count, interval, ratio, ratioInterval, share } from '../format/numbers.ts';
import { inUnit, otherTotal, unitHead, unitOf } from '../format/units.ts';
import { filterName } from '../format/words.ts';

const TOP = 30;

export type PairsFigureProps = {
  skillId: string;
  filter: DemandAsked;
  onChoose: (skillId: string) => void;
};

/** Which skills stand beside one in the same postings, how often, and how much more than by chance. */
export const PairsFigure = ({ skillId, filter, onChoose }: PairsFigureProps) => {
  const query = useQuery(pairsQuery(skillId, filter, TOP));
  const shown = query.data?.data;
  const labelOf = useSkillLabels([
    ...(shown ? [shown.skillId, ...shown.pairs.map((pair) => pair.skillId)] : []),
    skillId,
  ]);
  const titleOf = (id: string) => `What is asked for with ${labelOf(id)}`;
  return (
    <QueryState query={query} title={titleOf(skillId)}>
      {({ data, freshness }) => {
        // What is shown may still be the skill before: it names itself.
        const [title, unit] = [titleOf(data.skillId), unitOf(data)];
        if (data.pairs.length === 0)
          return (
            <p className="empty">
              No other skill stands beside {labelOf(data.skillId)} ({count(data.count)} of{' '}
              {inUnit(data.population, unit)} {data.count === 1 ? 'asks' : 'ask'} for it).
            </p>
          );
        return (
          <Figure
            title={title}
            caption={
              `To the right: share of ${inUnit(data.count, unit)} with it, of ${count(data.population)} ` +
              `(${filterName(data.filter)}${otherTotal(data)}); upwards: lift, how much more often than by chance; a pair that is pointed at has the 95% intervals of both; ` +
              sourceText(data.answeredFrom, freshness)
            }
            renewing={query.isPlaceholderData}
            csv={data.pairs.map((pair) => ({ with: data.skillId, ...pair }))}
            warning={fewText(data.count, unit)}
            unit={unit}
            origin={data.filter.origin}
            fileName={fileNameOf(`pairs-of-${data.skillId}`, data.filter, unit)}
            table={{
              columns: [
                'Skill',
                `${unitHead(unit)} with both`,
                'of',
                'Share',
                '95% interval',
                'Lift',
                'Lift, 95% interval',
              ],
              rows: data.pairs.map((pair) => [
                <SkillLink key="skill" id={pair.skillId} label={labelOf(pair.skillId)} />,
                count(pair.count),
                count(pair.population),
                share(pair.share),
                interval(pair.low, pair.high),
                ratio(pair.lift),
                ratioInterval(pair.liftLow, pair.liftHigh),
              ]),
            }}
          >
            <LiftMap
              label={title}
              pairs={data.pairs.map((pair) => ({ ...pair, id: pair.skillId, label: labelOf(pair.skillId) }))}
              unit={unit}
              onChoose={onChoose}
            />
          </Figure>
        );
      }}
    </QueryState>
  );
};
