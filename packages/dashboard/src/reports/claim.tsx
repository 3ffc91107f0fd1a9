import type { CountUnit, MeasuredClaim, PayGroup, RegionalPay } from '@skillstream/contracts';
import { count, interval, pay, percent, ratio, share } from '../format/numbers.ts';
import { inUnit } from '../format/units.ts';
import { useSkillLabels } from '../figures/use-skill-labels.ts';
import { rangeEnds, rangeText } from './claimed-range.ts';
import { partName } from './part-name.ts';
import { RangePicture } from './range-picture.tsx';

// By shape and by word, not by colour alone.
const verdicts = {
  holds: { sign: '✓', text: 'holds' },
  'does-not-hold': { sign: '✕', text: 'does not hold' },
  'too-little-data': { sign: '?', text: 'too little data' },
} as const;

/** The ends of the scale of ratios of pay. */
const RATIOS = [0.5, 1.5] as const;

/** A verdict as a sign and as words. */
const Verdict = ({ verdict }: { verdict: MeasuredClaim['verdict'] }) => {
  const { sign, text } = verdicts[verdict] ?? { sign: '?', text: verdict };
  return (
    <span className={`verdict ${verdict}`}>
      <span aria-hidden="true">{sign}</span> {text}
    </span>
  );
};

const Share = ({
  claim,
  measured,
  unit,
}: {
  claim: MeasuredClaim;
  measured: NonNullable<MeasuredClaim['share']>;
  unit: CountUnit;
}) => {
  const labelOf = useSkillLabels(claim.parts?.map(({ name }) => name) ?? []);
  return (
    <>
      <p>
        Measured: <strong>{share(measured.share)}</strong> (95% interval{' '}
        {interval(measured.low, measured.high)}
        ), {count(measured.count)} of {inUnit(measured.population, unit)}. Claimed:{' '}
        {rangeText(claim.expect, share)}.
      </p>
      {measured.share !== null && measured.low !== null && measured.high !== null && (
        <RangePicture
          value={measured.share}
          low={measured.low}
          high={measured.high}
          claimed={rangeEnds(claim.expect, 0, 1)}
          scale={[0, 1]}
          format={percent}
        />
      )}
      {claim.parts && claim.parts.length > 0 && (
        <ul className="parts">
          {claim.parts.map((part) => (
            <li key={part.name}>
              {partName(part.name, labelOf)}: {share(part.share)} ({interval(part.low, part.high)}),{' '}
              {count(part.count)} of {count(part.population)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

const groupCells = (group: PayGroup) => [
  count(group.count),
  pay(group.median),
  group.low === null || group.high === null ? '–' : `${pay(group.low)}–${pay(group.high)}`,
];

const PayTable = ({ claim, regions }: { claim: MeasuredClaim; regions: RegionalPay[] }) => (
  <>
    <p>Claimed: the median with it is {rangeText(claim.expect, ratio)} times the median without.</p>
    <div className="table" role="region" aria-label={`Pay by region: ${claim.says}`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {[
              'Region',
              'n with',
              'Median',
              '95% interval',
              'n without',
              'Median',
              '95% interval',
              'Ratio',
              'Verdict',
            ].map((name, i) => (
              <th key={i} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {regions.map((region) => (
            <tr key={region.region}>
              <th scope="row">{region.region}</th>
              {[...groupCells(region.with), ...groupCells(region.without)].map((cell, i) => (
                <td key={i}>{cell}</td>
              ))}
              <td>
                {region.ratio === null
                  ? '–'
                  : `${ratio(region.ratio.ratio)} (${ratio(region.ratio.low)}–${ratio(region.ratio.high)})`}
                {region.ratio && (
                  <RangePicture
                    value={region.ratio.ratio}
                    low={region.ratio.low}
                    high={region.ratio.high}
                    claimed={rangeEnds(claim.expect, RATIOS[0], RATIOS[1])}
                    scale={RATIOS}
                    format={ratio}
                  />
                )}
              </td>
              <td>
                <Verdict verdict={region.verdict} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
);

/** One claim of a report: what is said, what is counted, and whether it holds. */
export const Claim = ({ claim, unit }: { claim: MeasuredClaim; unit: CountUnit }) => (
  <article className="claim" aria-labelledby={`claim-${claim.id}`}>
    <h2 id={`claim-${claim.id}`}>{claim.says}</h2>
    <p>
      <Verdict verdict={claim.verdict} /> <span className="caption">{claim.because}</span>
    </p>
    {claim.share && <Share claim={claim} measured={claim.share} unit={unit} />}
    {claim.pay && <PayTable claim={claim} regions={claim.pay} />}
  </article>
);
