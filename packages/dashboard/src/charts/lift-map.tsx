import { scaleLinear, scaleLog } from 'd3-scale';
import type { CountUnit } from '@skillstream/contracts';
import { Chart } from './chart.tsx';
import { count, interval, percent, ratio, ratioInterval, share } from '../format/numbers.ts';
import { inUnit } from '../format/units.ts';
import { XAxis } from './x-axis.tsx';
import { namesBeside, namesWithRoom } from './names-with-room.ts';
import { shorten } from './shorten.ts';
import type { SkillShare } from './skill-share.ts';

/** A skill among the postings with another one, and how much more often it stands there than by chance. */
type Pair = SkillShare & { lift: number; liftLow?: number | undefined; liftHigh?: number | undefined };

const HEIGHT = 320;
const BOTTOM = 28;
const LEFT = 44;
const CHANCE = 'as by chance';
/** Where that is written, over the line of a lift of 1; in the text of axes, which is 12 pixels high. */
const chanceBox = (lineY: number) => ({ left: 48, right: 130, top: lineY - 18, bottom: lineY });
/** The numbers of the axis. */
const axisBox = { left: -Infinity, right: LEFT, top: 0, bottom: HEIGHT };

/** Lifts that are marked beside the map, those of them that lie in it. */
const marked = [0.125, 0.25, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4, 6, 8, 16, 32, 64];

type IntervalsProps = {
  pair: Pair;
  x: (share: number) => number;
  y: (lift: number) => number;
  /** Where its dot is. */
  place: { x: number; y: number };
};

/** Both intervals of a pair, as lines through its dot; what lies beyond the map is cut off at its edge. */
const Intervals = ({ pair: { low, high, liftLow, liftHigh }, x, y, place }: IntervalsProps) => (
  <>
    {low !== null && high !== null && (
      <path className="interval" d={`M${x(low) - place.x} 0H${x(high) - place.x}`} />
    )}
    {liftLow !== undefined && liftHigh !== undefined && (
      <path className="interval" d={`M0 ${y(liftLow) - place.y}V${y(liftHigh) - place.y}`} />
    )}
  </>
);

export type LiftMapProps = {
  label: string;
  pairs: readonly Pair[];
  unit: CountUnit;
  onChoose?: ((id: string) => void) | undefined;
};

/** Pairs of one skill: to the right those that stand beside it often, upwards those that do so more than by chance. */
export const LiftMap = ({ label, pairs, unit, onChoose }: LiftMapProps) => {
  const lifts = pairs.map(({ lift }) => lift).filter((lift) => lift > 0);
  const bounds = [Math.min(0.8, ...lifts) / 1.05, Math.max(1.25, ...lifts) * 1.05] as const;
  const most = Math.max(0.01, ...pairs.map(({ share: value }) => value ?? 0));
  return (
    <Chart
      label={label}
      height={HEIGHT}
      rows={pairs.map(({ id }) => id)}
      onChoose={onChoose && ((row) => onChoose(pairs[row]!.id))}
      describe={(row) => {
        const pair = pairs[row]!;
        return (
          `${pair.label}: in ${count(pair.count)} of ${inUnit(pair.population, unit)} with it, ` +
          `${share(pair.share)} (95% interval ${interval(pair.low, pair.high)}); lift ${ratio(pair.lift)} ` +
          `(95% interval ${ratioInterval(pair.liftLow, pair.liftHigh)})`
        );
      }}
    >
      {({ width, cursor, pointed }) => {
        // Room for the name of the most frequent pair, which is the furthest to the right.
        const right = width - Math.min(80, width * 0.15);
        const x = scaleLinear([0, most * 1.05], [LEFT, right]).clamp(true);
        const y = scaleLog(bounds, [HEIGHT - BOTTOM, 14]).clamp(true);
        const places = pairs.map((pair) => ({
          x: x(pair.share ?? 0),
          y: y(Math.max(pair.lift, bounds[0])),
          label: shorten(pair.label, width / 3),
        }));
        const all = namesWithRoom(places, width, [axisBox, chanceBox(y(1))]);
        const named = cursor ? namesBeside(all, places, cursor.row, width) : all;
        return (
          <>
            <XAxis scale={x} height={HEIGHT} ticks={Math.max(2, width / 110)} format={percent} />
            <g className="axis">
              <line className="even" x1={LEFT} x2={right} y1={y(1)} y2={y(1)} />
              {/* At the left: of few postings, all that stands beside the skill does so in each, at the right. */}
              <text x={48} y={y(1) - 5}>
                {CHANCE}
              </text>
              {marked
                .filter((value) => value >= bounds[0] && value <= bounds[1])
                .map((value) => (
                  <text key={value} x={38} y={y(value) + 4} textAnchor="end">
                    {ratio(value)}
                  </text>
                ))}
            </g>
            {pairs.map((pair, row) => {
              const active = cursor?.row === row;
              const place = places[row]!;
              const side = named.get(row);
              return (
                <g
                  key={pair.id}
                  className={active ? 'row active' : cursor ? 'row beside' : 'row'}
                  transform={`translate(${place.x} ${place.y})`}
                  data-chosen={onChoose ? 'yes' : undefined}
                  {...pointed(row)}
                >
                  <circle className="hit" r={12} />
                  {active && <Intervals pair={pair} x={x} y={y} place={place} />}
                  <circle className="dot" r={active ? 6 : 4} />
                  {side && (
                    <text
                      className="name"
                      x={side === 'left' ? -9 : 9}
                      y={4}
                      textAnchor={side === 'left' ? 'end' : 'start'}
                    >
                      {place.label}
                    </text>
                  )}
                </g>
              );
            })}
          </>
        );
      }}
    </Chart>
  );
};
