import { useQuery } from '@tanstack/react-query';
import { demandQuery } from '../api/market.ts';
import { IntervalBars } from '../charts/interval-bars.tsx';
import { fewText } from '../figures/few-text.ts';
import { Figure } from '../figures/figure.tsx';
import { fileNameOf } from '../figures/file-name.ts';
import { QueryState } from '../figures/query-state.tsx';
import { ResultStatus } from '../figures/result-status.tsx';
import { SkillLink } from '../figures/skill-link.tsx';
import { sourceText } from '../figures/source-text.ts';
import { useSkillLabels } from '../figures/use-skill-labels.ts';
import type { DemandAsked } from '../filter/search.ts';
import { count, counted, interval, share } from '../format/numbers.ts';
import { categoryName } from '../format/category-name.ts';
import { inUnit, otherTotal, unitHead, unitOf } from '../format/units.ts';
import { filterName } from '../format/words.ts';

export type DemandFigureProps = { filter: DemandAsked; top: number; onChoose: (skillId: string) => void };

const TITLE = 'Most asked skills';

/** The skills that are asked for most in the postings of a filter. */
export const DemandFigure = ({ filter, top, onChoose }: DemandFigureProps) => {
  const query = useQuery(demandQuery(filter, top));
  const labelOf = useSkillLabels(query.data?.data.skills.map(({ skillId }) => skillId) ?? []);
  const settled = query.isPlaceholderData ? undefined : query.data?.data;
  return (
    <>
      <ResultStatus
        of={JSON.stringify([filter, top])}
        text={
          settled
            ? `${counted(settled.skills.length, 'skill')}, ${inUnit(settled.population, unitOf(settled))}`
            : null
        }
      />
      <QueryState query={query} title={TITLE}>
        {({ data, freshness }) => {
          const { population, skills, answeredFrom } = data;
          const unit = unitOf(data);
          if (population === 0)
            return <p className="empty">No {unit === 'jobs' ? 'job' : 'posting'} matches this filter.</p>;
          if (skills.length === 0)
            return <p className="empty">None of {inUnit(population, unit)} asks for such a skill.</p>;
          return (
            <Figure
              title={TITLE}
              caption={
                `Share of ${inUnit(population, unit)} (${filterName(data.filter)}${otherTotal(data)}) that ${population === 1 ? 'asks' : 'ask'} for the skill` +
                `${data.filter.category ? `, of the category ${categoryName(data.filter.category)}` : ''}; ` +
                `line: 95% interval; ${sourceText(answeredFrom, freshness)}`
              }
              renewing={query.isPlaceholderData}
              csv={skills}
              warning={fewText(population, unit)}
              unit={unit}
              origin={data.filter.origin}
              fileName={fileNameOf('demand', data.filter, unit)}
              table={{
                columns: ['Skill', unitHead(unit), 'of', 'Share', '95% interval'],
                rows: skills.map((skill) => [
                  <SkillLink key="skill" id={skill.skillId} label={labelOf(skill.skillId)} />,
                  count(skill.count),
                  count(skill.population),
                  share(skill.share),
                  interval(skill.low, skill.high),
                ]),
              }}
            >
              <IntervalBars
                label={TITLE}
                bars={skills.map((skill) => ({ ...skill, id: skill.skillId, label: labelOf(skill.skillId) }))}
                unit={unit}
                onChoose={onChoose}
              />
            </Figure>
          );
        }}
      </QueryState>
    </>
  );
};
