import type { DemandFilter } from '@skillstream/contracts';
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
import { count, counted, interval, postings, share } from '../format/numbers.ts';
import { categoryName } from '../format/category-name.ts';
import { filterName } from '../format/words.ts';

export type DemandFigureProps = { filter: DemandFilter; top: number; onChoose: (skillId: string) => void };

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
        text={settled ? `${counted(settled.skills.length, 'skill')}, ${postings(settled.population)}` : null}
      />
      <QueryState query={query} title={TITLE}>
        {({ data, freshness }) => {
          const { population, skills, answeredFrom } = data;
          if (population === 0) return <p className="empty">No posting matches this filter.</p>;
          if (skills.length === 0)
            return <p className="empty">None of {postings(population)} asks for such a skill.</p>;
          return (
            <Figure
              title={TITLE}
              caption={
                `Share of ${postings(population)} (${filterName(data.filter)}) that ${population === 1 ? 'asks' : 'ask'} for the skill` +
                `${data.filter.category ? `, of the category ${categoryName(data.filter.category)}` : ''}; ` +
                `line: 95% interval; ${sourceText(answeredFrom, freshness)}`
              }
              renewing={query.isPlaceholderData}
              csv={skills}
              warning={fewText(population)}
              origin={data.filter.origin}
              fileName={fileNameOf('demand', data.filter)}
              table={{
                columns: ['Skill', 'Postings', 'of', 'Share', '95% interval'],
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
                onChoose={onChoose}
              />
            </Figure>
          );
        }}
      </QueryState>
    </>
  );
};
