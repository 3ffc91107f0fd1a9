import { scaleLinear } from 'd3-scale';
import { Chart } from './chart.tsx';
import { difference, differenceInFull, percent, share } from '../format/numbers.ts';
import { XAxis } from './x-axis.tsx';
import { ChartRow } from './chart-row.tsx';

export type ComparedSkill = {
  id: string;
  label: string;
  a: number | null;
  b: number | null;
  difference: number | null;
  low: number | null;
  high: number | null;
};

const ROW = 26;
const AXIS = 24;

/** Whether the interval of a difference has 0 in it: nothing is known of which side is larger then. */
const isUndecided = ({ low, high }: { low: number | null; high: number | null }): boolean =>
  low === null || high === null || (low <= 0 && high >= 0);

const textOf = (skill: ComparedSkill, names: readonly [string, string]) =>
  `${skill.label}: ${share(skill.a)} of ${names[0]}, ${share(skill.b)} of ${names[1]}, ` +
  (skill.difference === null
    ? 'no difference: one of them has no postings'
    : `difference ${differenceInFull(skill.difference)} (95% interval ${difference(skill.low)} to ` +
      `${difference(skill.high)})${isUndecided(skill) ? '; the interval holds 0' : ''}`);

export type PairedDotsProps = {
  label: string;
  names: readonly [string, string];
  skills: readonly ComparedSkill[];
  onChoose?: ((id: string) => void) | undefined;
};

/** The shares of two groups as a hollow and a full dot on one line; a line that may be by chance is dashed. */
export const PairedDots = ({ label, names, skills, onChoose }: PairedDotsProps) => {
  const height = skills.length * ROW + AXIS;
  const most = Math.max(0.01, ...skills.flatMap(({ a, b }) => [a ?? 0, b ?? 0]));
  return (
    <Chart
      label={label}
      height={height}
      rows={skills.map(({ id }) => id)}
      describe={(row) => textOf(skills[row]!, names)}
      onChoose={onChoose && ((row) => onChoose(skills[row]!.id))}
    >
      {(drawing) => {
        const { width } = drawing;
        const left = Math.min(190, Math.round(width * 0.34));
        const x = scaleLinear([0, most], [left + 8, Math.max(left + 9, width - 72)]);
        return (
          <>
            <XAxis scale={x} height={height} ticks={Math.max(2, (width - left) / 100)} format={percent} />
            {skills.map((skill, row) => (
              <ChartRow
                key={skill.id}
                {...{ row, drawing, left }}
                height={ROW}
                name={skill.label}
                opens={onChoose !== undefined}
              >
                {skill.a !== null && skill.b !== null && (
                  <path
                    className={isUndecided(skill) ? 'between undecided' : 'between'}
                    d={`M${x(skill.a)} 13H${x(skill.b)}`}
                  />
                )}
                {skill.a !== null && <circle className="dot a" cx={x(skill.a)} cy={13} r={5} />}
                {skill.b !== null && <circle className="dot b" cx={x(skill.b)} cy={13} r={5} />}
                <text className="value" x={width} y={17} textAnchor="end">
                  {difference(skill.difference)}
                </text>
              </ChartRow>
            ))}
          </>
        );
      }}
    </Chart>
  );
};
