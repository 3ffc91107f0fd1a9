import {
  TOTAL_SOURCE,
  type DemandResult,
  type Ledger,
  type MeasuredShare,
  type SourcesResult,
  type TrendResult,
} from '@skillstream/contracts';
import Table from 'cli-table3';
import type { Age } from '../gateway/query-with-age.ts';
import { answerElsewhereText, sourceElsewhereText } from './elsewhere-text.ts';
import { linkingText } from './linking-text.ts';
import { monthRows } from './month-rows.ts';
import { printable } from './printable.ts';
import { bar, clock, count, counted, duration, percent } from './numbers.ts';
import { totalsText, unitOf, type InBothUnits } from './units.ts';

const BAR_CELLS = 20;
const compact = { compact: true, head: [], border: [] };

// A claim is a sentence, and the longest cell.
const MOST_CELL_CHARS = 2000;
const cellOf = (value: string | number) => printable(String(value), MOST_CELL_CHARS);

/**
 * A table as text, each cell on one line.
 * @param right the columns with numbers
 * @param firstWidth wraps the first column, in characters
 */
export const table = (
  head: string[],
  rows: (string | number)[][],
  right: number[] = [],
  firstWidth?: number,
): string => {
  const colAligns = head.map((_, i) => (right.includes(i) ? ('right' as const) : ('left' as const)));
  const made = new Table({
    ...{ head: head.map(cellOf), colAligns, style: compact },
    ...(firstWidth !== undefined && { colWidths: [firstWidth], wordWrap: true }),
  });
  made.push(...rows.map((row) => row.map(cellOf)));
  return made.toString();
};

/** A share as three cells: count of population, share, interval. */
export const measuredCells = (measured: MeasuredShare): string[] => [
  `${count(measured.count)} of ${count(measured.population)}`,
  percent(measured.share),
  `${percent(measured.low)} – ${percent(measured.high)}`,
];
const shareCells = (measured: MeasuredShare, largest: number) => [
  ...measuredCells(measured),
  largest > 0 ? bar((measured.share ?? 0) / largest, BAR_CELLS) : '',
];
const largestOf = (shares: MeasuredShare[]) => Math.max(0, ...shares.map(({ share }) => share ?? 0));

// A model that has caught up once stays "caught up"; only the ledger knows whether it is complete now.
const freshness = (caughtUp: boolean, age?: Age): string => {
  const when = age ? ` at ${clock(age.at)}` : '';
  const standing = caughtUp ? age?.standing : 'still being built';
  if (!age || age.staleSeconds === null) return standing ? `${when}, ${standing}` : when;
  return `${when}${caughtUp ? '' : ', still being built then'}: ${duration(age.staleSeconds)} old, since analytics does not answer`;
};

const originText = {
  own: 'own postings',
  sample: 'the made-up sample',
  all: 'own postings and the made-up sample',
};

/** What a result is about, when it was made, and whether everything accepted is in it, as far as that is known. */
export const header = (
  {
    filter,
    answeredFrom,
    age,
    ...totals
  }: Pick<DemandResult, 'filter' | 'answeredFrom'> & InBothUnits & { age?: Age },
  what: string,
) => {
  const { origin, ...rest } = filter;
  const elsewhere = answerElsewhereText({ filter, ...totals });
  const parts = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${value}`);
  const about = parts.length > 0 ? `${what} with ${parts.join(', ')}` : what;
  return printable(
    `${about}${origin ? ` · ${originText[origin]}` : ''} · from ${answeredFrom.model}${freshness(answeredFrom.caughtUp, age)}${elsewhere === null ? '' : ` · ${elsewhere}`}`,
    MOST_CELL_CHARS,
  );
};

/** A demand result as text: each skill with its count, population, share and 95 % interval. */
export const demandTable = (response: DemandResult): string => {
  const title = header(response, totalsText(response, response.population));
  if (response.skills.length === 0) return `${title}\nno skills in these`;
  const largest = largestOf(response.skills);
  const rows = response.skills.map((skill) => [skill.skillId, ...shareCells(skill, largest)]);
  return `${title}\n${table(['skill', unitOf(response), 'share', '95 % interval', ''], rows, [1, 2, 3])}`;
};

/** Where the postings were taken from, as text. */
export const sourcesTable = ({ sources, origin, ...response }: SourcesResult): string => {
  const title = header({ ...response, filter: { origin } }, counted(sources.length, 'source'));
  if (sources.length === 0) return title;
  // A gateway of an earlier release knows no jobs.
  const hasJobs = sources.some(({ jobs }) => jobs !== undefined);
  return `${title}\n${table(
    ['source', 'origin', 'postings', ...(hasJobs ? ['jobs'] : [])],
    sources.map(({ source, origin, postings, jobs }) => [
      ...[source, originText[origin], count(postings)],
      ...(hasJobs ? [count(jobs ?? 0)] : []),
    ]),
    [2, 3],
  )}${sources
    .flatMap(({ source, postings, jobs }) => sourceElsewhereText(postings, jobs ?? postings, source) ?? [])
    .map((text) => `\n${printable(text)}`)
    .join('')}`;
};

/** The months of one skill as text. */
export const trendTable = (response: TrendResult): string => {
  const unit = unitOf(response);
  const population = response.months.reduce((sum, month) => sum + month.population, 0);
  const title = header(response, `${response.skillId} by month in ${totalsText(response, population)}`);
  if (response.months.length === 0) return `${title}\nno ${unit} in these months`;
  const largest = largestOf(response.months);
  const rows = monthRows(
    response.months,
    (month) => [month.month, ...shareCells(month, largest)],
    (name) => [name, '0 of 0', percent(null), percent(null), ''],
  );
  return `${title}\n${table(['month', unit, 'share', '95 % interval', ''], rows, [1, 2, 3])}`;
};

const verdictOf = ({ idle, balanced, total, away = [] }: Ledger, waits: string | null): string => {
  if (away.length > 0) {
    const silent = away.map(
      ({ part, reason, ageSeconds }) =>
        `${printable(part)} is away (${printable(reason)}), its numbers are ${duration(ageSeconds ?? 0)} old`,
    );
    return `nothing can be claimed: ${silent.join('; ')}`;
  }
  if (!idle) return waits === null ? 'postings are moving' : `counting waits: ${waits}`;
  if (balanced) return 'balanced';
  const { missing = 0, inFlight, expired = 0 } = total;
  if (inFlight < 0)
    return `NOT BALANCED: ${counted(-inFlight, 'posting')} too many ${inFlight === -1 ? 'is' : 'are'} counted. skillstream verify finds which, /runbooks/ledger-unbalanced says what to do`;
  const what =
    missing > 0
      ? counted(missing, 'posting is missing', 'postings are missing')
      : 'not every posting is counted as accepted';
  return `NOT BALANCED: ${what}. skillstream verify names each, skillstream repair has it published again${expired > 0 ? ', unless its text has expired' : ''}`;
};

// Of several causes: figures of different moments, or a counted posting whose newer version is pending. While postings
// move nobody can tell which it is.
const surplus = ({ total: { inFlight }, idle }: Ledger): string => {
  if (inFlight >= 0 || idle) return '';
  return `\nthese figures name ${counted(-inFlight, 'posting')} more than accepted: services report at different moments; at rest the sum holds`;
};

const expiredLine = ({ total: { expired = 0 } }: Ledger): string =>
  expired === 0
    ? ''
    : `\nof these ${counted(expired, 'posting has', 'postings have')} expired: the text is gone, the posting counts`;

const linkingLine = (ledger: Ledger): string => {
  const linking = linkingText(ledger);
  return linking === null ? '' : `\n${linking}`;
};

/**
 * The ledger as text, with totals last; when it does not balance, with the next step.
 * @param waits one line on which service waits for what; null where all are ready
 */
export const ledgerTable = (ledger: Ledger, waits: string | null = null): string => {
  // A gateway of the previous release calls the row of totals "total", which a source may be called, too.
  const sum = { ...ledger.total, source: TOTAL_SOURCE };
  const cells = [...ledger.rows, sum].map(({ retracted = 0, missing = 0, ...row }) => [
    row.source,
    ...[row.accepted, row.pending, ledger.idle ? row.inFlight : Math.max(0, row.inFlight), row.counted].map(
      count,
    ),
    ...[row.deadLettered, retracted, missing].map(count),
  ]);
  const head = [
    'source',
    'accepted',
    'pending',
    'in flight',
    'counted',
    'dead-lettered',
    'retracted',
    'missing',
  ];
  const shown = table(head, cells, [1, 2, 3, 4, 5, 6, 7]);
  return `ledger: ${verdictOf(ledger, waits)}\n${shown}${expiredLine(ledger)}${linkingLine(ledger)}${surplus(ledger)}`;
};
