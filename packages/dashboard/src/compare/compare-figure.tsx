import type { CompareQuery } from '@skillstream/contracts';
import { useQuery } from '@tanstack/react-query';
import { compareQuery } from '../api/market.ts';
import { PairedDots } from '../charts/paired-dots.tsx';
import { Figure } from '../figures/figure.tsx';
import { QueryState } from '../figures/query-state.tsx';
import { SkillLink } from '../figures/skill-link.tsx';
import { sourceText } from '../figures/source-text.ts';
import { useSkillLabels } from '../figures/use-skill-labels.ts';
import { count, difference, share } from '../format/numbers.ts';
import { filterName } from '../format/words.ts';
import { sideName } from './sides.ts';

export type CompareFigureProps = { query: CompareQuery; onChoose: (skillId: string) => void };

/** The shares of two groups, skill by skill, with the interval of their difference. */
export const CompareFigure = ({ query: asked, onChoose }: CompareFigureProps) => {
  const query = useQuery(compareQuery(asked));
  const labelOf = useSkillLabels(query.data?.data.skills.map(({ skillId }) => skillId) ?? []);
  const { by, a, b, top: _top, ...common } = asked;
  const names = [sideName(by, a), sideName(by, b)] as const;
  const title = `${names[0]} and ${names[1]}`;
  return (
    <QueryState query={query} title={title}>
      {({ data, freshness }) => (
        <Figure
          title={title}
          caption={
            `Share of ${count(data.a.population)} postings (A, hollow: ${names[0]}) and of ` +
            `${count(data.b.population)} (B, full: ${names[1]}), both of ${filterName({ ...common, origin: data.a.filter.origin })}; right: B − A; dashed: ` +
            `the 95% interval of the difference holds 0; ${sourceText(data.answeredFrom, freshness)}`
          }
          renewing={query.isPlaceholderData}
          csv={data.skills.map((skill) => ({
            skillId: skill.skillId,
            aCount: skill.a.count,
            aPopulation: skill.a.population,
            aShare: skill.a.share,
            bCount: skill.b.count,
            bPopulation: skill.b.population,
            bShare: skill.b.share,
            difference: skill.difference,
            low: skill.low,
            high: skill.high,
          }))}
          origin={data.a.filter.origin}
          fileName="compare"
          table={{
            columns: [
              'Skill',
              `A: ${names[0]}`,
              'of',
              'Share',
              `B: ${names[1]}`,
              'of',
              'Share',
              'B − A',
              'low',
              'high',
            ],
            rows: data.skills.map((skill) => [
              <SkillLink key="skill" id={skill.skillId} label={labelOf(skill.skillId)} />,
              ...[skill.a, skill.b].flatMap((side) => [
                count(side.count),
                count(side.population),
                share(side.share),
              ]),
              ...[skill.difference, skill.low, skill.high].map(difference),
            ]),
          }}
        >
          <PairedDots
            label={title}
            names={names}
            skills={data.skills.map((skill) => ({
              ...skill,
              id: skill.skillId,
              label: labelOf(skill.skillId),
              a: skill.a.share,
              b: skill.b.share,
            }))}
            onChoose={onChoose}
          />
        </Figure>
      )}
    </QueryState>
  );
};
