import { scaleLinear } from 'd3-scale';
import { useWidth } from '../charts/use-width.ts';

export type RangePictureProps = {
  /** What was measured, with its interval. */
  value: number;
  low: number;
  high: number;
  /** What is claimed. */
  claimed: readonly [number, number];
  /** The ends of the scale. */
  scale: readonly [number, number];
  /** A number of the scale, as it stands below. */
  format: (value: number) => string;
};

/** An interval over the range that is claimed; the numbers stand beside it as text. */
export const RangePicture = ({ value, low, high, claimed, scale, format }: RangePictureProps) => {
  const [ref, width] = useWidth<HTMLDivElement>();
  const x = scaleLinear(scale, [4, Math.max(5, width - 4)]).clamp(true);
  return (
    <div ref={ref} className="range-picture">
      <svg width={width} height={42} aria-hidden="true">
        <line className="ground" x1={4} x2={width - 4} y1={13} y2={13} />
        <rect
          className="claimed"
          x={x(claimed[0])}
          y={3}
          width={Math.max(2, x(claimed[1]) - x(claimed[0]))}
          height={20}
        />
        <path className="interval" d={`M${x(low)} 8v10m0 -5H${x(high)}m0 -5v10`} />
        {[scale[0], (scale[0] + scale[1]) / 2, scale[1]].map((value, i) => (
          <text key={value} x={x(value)} y={39} textAnchor={(['start', 'middle', 'end'] as const)[i]}>
            {format(value)}
          </text>
        ))}
        <circle className="dot" cx={x(value)} cy={13} r={4} />
      </svg>
    </div>
  );
};
