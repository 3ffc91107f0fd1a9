import type { CompareQuery } from '@skillstream/contracts';
import { useQuery } from '@tanstack/react-query';
import { compareQuery } from '../api/market.ts';
import { PairedDots } from '../charts/paired-dots.tsx';
import { Figure } from '../figures/figure.tsx';
import { fileNameOf } from '../figures/file-name.ts';
import { QueryState } from '../figures/query-state.tsx';
import { SkillLink } from '../figures/skill-link.tsx';
import { sourceText } from '../figures/source-text.ts';
import { useSkillLabels } from '../figures/use-skill-labels.ts';
import { count, difference, share } from '../format/numbers.ts';
import { inUnit, otherTotal, unitOf } from '../format/units.ts';
import { capital, filterName, postingsName } from '../format/words.ts';
import { groupWarning } from './group-warning.ts';
import { commonFilter, sideName } from './sides.ts';

export type CompareFigureProps = { query: CompareQuery; onChoose: (skillId: string) => void };

/** The shares of two groups, skill by skill, with the interval of their difference. */
export const CompareFigure = ({ query: asked, onChoose }: CompareFigureProps) => {
  const query = useQuery(compareQuery(asked));
  const labelOf = useSkillLabels(query.data?.data.skills.map(({ skillId }) => skillId) ?? []);
  const labelsOf = ({ by, a, b }: Pick<CompareQuery, 'by' | 'a' | 'b'>) =>
    [capital(sideName(by, a)), capital(sideName(by, b))] as const;
  return (
    <QueryState query={query} title={labelsOf(asked).join(' and ')}>
      {({ data, freshness }) => {
        // What is shown may still be the comparison before: it names itself.
        const names = labelsOf({ by: data.by, a: data.a.name, b: data.b.name });
        const title = `${names[0]} and ${names[1]}`;
        const unit = unitOf(data);
        const other = (side: typeof data.a) => otherTotal({ ...side, counted: unit });
        if (data.a.population === 0 && data.b.population === 0)
          return (
            <p className="empty">
              Neither of the two has {unit}: {title}.
            </p>
          );
        const common = commonFilter(data.by, data.a.filter);
        // The months are what two periods differ in.
        const both = data.by === 'period' ? postingsName(common) : filterName(common);
        return (
          <Figure
            title={title}
            caption={
              `Share of ${inUnit(data.a.population, unit)} (A, hollow: ${names[0]}${other(data.a)}) and of ` +
              `${count(data.b.population)} (B, full: ${names[1]}${other(data.b)}), both of ${both}; right: B − A; dashed: ` +
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
            warning={groupWarning(
              { name: names[0], population: data.a.population },
              { name: names[1], population: data.b.population },
              data.a.name === data.b.name,
              unit,
            )}
            unit={unit}
            origin={data.a.filter.origin}
            fileName={fileNameOf(`compare-${data.a.name}-${data.b.name}`, common, unit)}
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
        );
      }}
    </QueryState>
  );
};
