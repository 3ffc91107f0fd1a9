import type {
  ClaimedRange,
  MeasuredClaim,
  PayGroup,
  RegionalPay,
  ReportResult,
} from '@skillstream/contracts';
import { count } from './numbers.ts';
import { printable } from './printable.ts';
import { header, measuredCells, table } from './tables.ts';
import { totalsText, unitOf } from './units.ts';

const SAYS_WIDTH = 52;
const MOST_TITLE_CHARS = 1000;

const verdictText = (verdict: MeasuredClaim['verdict']) => verdict.replaceAll('-', ' ');

/** A claimed range as text; `write` formats its numbers. */
export const rangeText = (range: ClaimedRange, write: (value: number) => string): string => {
  const { atLeast, moreThan, atMost, lessThan, between } = range;
  if (between) return `${write(between.low)} – ${write(between.high)}`;
  const ends = [
    ['≥', atLeast],
    ['>', moreThan],
    ['≤', atMost],
    ['<', lessThan],
  ] as const;
  return ends.flatMap(([sign, value]) => (value === undefined ? [] : `${sign} ${write(value)}`)).join(', ');
};

const shareRows = (claim: MeasuredClaim): string[][] => {
  if (!claim.share) return [];
  const claimed = rangeText(claim.expect, (value) => `${+(value * 100).toFixed(1)} %`);
  const parts = (claim.parts ?? []).map((part) => [`  ${part.name}`, ...measuredCells(part), '', '']);
  return [[claim.says, ...measuredCells(claim.share), claimed, verdictText(claim.verdict)], ...parts];
};

const dollars = (value: number | null) => (value === null ? '–' : count(Math.round(value)));
const groupCells = (group: PayGroup): string[] => [
  count(group.count),
  dollars(group.median),
  group.low === null ? '–' : `${dollars(group.low)} – ${dollars(group.high)}`,
];
const regionRow = ({ region, with: over, without, ratio, verdict }: RegionalPay): string[] => [
  `  ${region}`,
  ...[...groupCells(over), ...groupCells(without)],
  ratio === null ? '–' : ratio.ratio.toFixed(2),
  verdictText(verdict),
];
const payRows = (claim: MeasuredClaim): string[][] => {
  if (!claim.pay) return [];
  const claimed = rangeText(claim.expect, String);
  const empty = Array.from({ length: 6 }, () => '');
  return [[claim.says, ...empty, claimed, verdictText(claim.verdict)], ...claim.pay.map(regionRow)];
};

/** A report as text: its shares with their parts, then pay by region with and without what is claimed to raise it. */
export const reportTables = (response: ReportResult): string => {
  const [title, source] = [response.title, response.source].map((text) => printable(text, MOST_TITLE_CHARS));
  const lines = [title, source, header(response, totalsText(response, response.population))];
  const shares = response.claims.flatMap(shareRows);
  const pays = response.claims.flatMap(payRows);
  const shareHead = ['claim', unitOf(response), 'share', '95 % interval', 'claimed', 'verdict'];
  const [pay, interval] = ['median USD', '95 % interval'];
  const payHead = ['claim', 'n with', pay, interval, 'n without', pay, interval, 'ratio', 'verdict'];
  if (shares.length > 0) lines.push('', table(shareHead, shares, [1, 2, 3, 4], SAYS_WIDTH));
  if (pays.length > 0) lines.push('', table(payHead, pays, [1, 2, 3, 4, 5, 6, 7]));
  return lines.join('\n');
};
