type Scale = { (value: number): number; ticks: (count: number) => number[] };

export type XAxisProps = {
  scale: Scale;
  height: number;
  ticks: number;
  format: (value: number) => string;
};

/** Lines of a scale from top to bottom, and their values below. */
export const XAxis = ({ scale, height, ticks, format }: XAxisProps) => (
  <g className="axis">
    {scale.ticks(ticks).map((value) => (
      <g key={value} transform={`translate(${scale(value)} 0)`}>
        <line y1={0} y2={height - 20} />
        <text y={height - 5} textAnchor="middle">
          {format(value)}
        </text>
      </g>
    ))}
  </g>
);
