import type { DemandFilter } from '@skillstream/contracts';
import { useQuery } from '@tanstack/react-query';
import { demandQuery } from '../api/market.ts';
import { IntervalBars } from '../charts/interval-bars.tsx';
import { Figure } from '../figures/figure.tsx';
import { QueryState } from '../figures/query-state.tsx';
import { SkillLink } from '../figures/skill-link.tsx';
import { sourceText } from '../figures/source-text.ts';
import { useSkillLabels } from '../figures/use-skill-labels.ts';
import { count, interval, share } from '../format/numbers.ts';
import { filterName } from '../format/words.ts';

export type DemandFigureProps = { filter: DemandFilter; top: number; onChoose: (skillId: string) => void };

const TITLE = 'Most asked skills';

/** The skills that are asked for most in the postings of a filter. */
export const DemandFigure = ({ filter, top, onChoose }: DemandFigureProps) => {
  const query = useQuery(demandQuery(filter, top));
  const labelOf = useSkillLabels(query.data?.data.skills.map(({ skillId }) => skillId) ?? []);
  return (
    <QueryState query={query} title={TITLE}>
      {({ data, freshness }) => {
        const { population, skills, answeredFrom } = data;
        if (population === 0) return <p className="empty">No posting matches this filter.</p>;
        if (skills.length === 0)
          return <p className="empty">None of {count(population)} postings asks for such a skill.</p>;
        return (
          <Figure
            title={TITLE}
            caption={
              `Share of ${count(population)} postings (${filterName(data.filter)}) that ask for the skill` +
              `${filter.category ? `, of the category ${filter.category}` : ''}; ` +
              `line: 95% interval; ${sourceText(answeredFrom, freshness)}`
            }
            renewing={query.isPlaceholderData}
            csv={skills}
            origin={data.filter.origin}
            fileName="demand"
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
  );
};
