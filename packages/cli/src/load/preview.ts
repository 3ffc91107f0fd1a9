import { postingInput, type PostingInput } from '@skillstream/contracts';
import { issuesOf } from '@skillstream/errors';
import type { OpenOptions, PostingLine } from '@skillstream/files';
import { count, counted } from '../terminal/numbers.ts';
import { printable } from '../terminal/printable.ts';
import { table } from '../terminal/tables.ts';
import { formatText, mappingLines } from './format-text.ts';
import { openPart, type OpenPart } from './open-input.ts';
import type { InputPart } from './parts.ts';
import { qualityLines } from './quality-text.ts';
import { createReasons, locationText, reasonLines } from './reasons.ts';
import type { Rejection } from './report-file.ts';

const MOST_ROWS = 10_000;
const SHOWN_ROWS = 5;
const SHOWN_FAULTS = 10;
const MOST_CELL_CHARS = 40;

type Shown = { line: number; posting: Partial<PostingInput> };

const placeText = ({ location, country }: Partial<PostingInput>): string => {
  const parts =
    typeof location === 'object' ? [location.city, location.region, location.country] : [location];
  return [...parts, country].filter((part) => part !== undefined).join(', ');
};
const payText = ({ salary, salaryText }: Partial<PostingInput>): string =>
  salary
    ? `${[salary.min, salary.max].filter(Boolean).join('–')} ${salary.currency} a ${salary.period}`
    : (salaryText ?? '');

const cellsOf = ({ posting }: Shown): [string, string][] => [
  ['source', `${posting.source ?? ''}`],
  ['id', `${posting.sourceId ?? ''}`],
  ['title', `${posting.title ?? ''}`],
  ['organization', `${posting.organization ?? ''}`],
  ['place', placeText(posting)],
  ['workplace', posting.workplace ?? (posting.remote === undefined ? '' : `remote: ${posting.remote}`)],
  ['employment', `${posting.employmentType ?? ''}`],
  ['seniority', `${posting.seniority ?? ''}`],
  ['salary', payText(posting)],
  ['date', `${posting.datePosted ?? ''}`],
  ['url', `${posting.url ?? ''}`],
  ['language', `${posting.language ?? ''}`],
  ['description', `${posting.description ?? ''}`.replace(/\s+/g, ' ')],
];

/** The first postings, a column each: what none of them has is left out. */
const rowsTable = (shown: Shown[]): string => {
  const columns = shown.map((one) => new Map(cellsOf(one)));
  const names = [...(columns[0]?.keys() ?? [])].filter((name) =>
    columns.some((cells) => cells.get(name) !== ''),
  );
  const rows = names.map((name) => [
    name,
    ...columns.map((cells) => printable(cells.get(name)!, MOST_CELL_CHARS)),
  ]);
  return table(['', ...shown.map(({ line }) => `line ${line}`)], rows);
};

/** The issues of a line before anything is sent: its own, or what ingestion would say of its form. */
const faultsOf = (line: PostingLine): Rejection['faults'] => {
  if ('faults' in line) return line.faults;
  if (!line.posting) return [{ path: '', message: 'is not JSON, or no object' }];
  const parsed = postingInput.safeParse(line.posting);
  return parsed.success ? [] : issuesOf(parsed.error);
};

const faultText = ({ faults, ...place }: Rejection): string => {
  const [issue] = faults;
  return `  ${locationText(place)}${issue?.path ? `, ${printable(issue.path)}` : ''}: ${printable(issue?.message ?? '')}`;
};

const idText = {
  id: 'their own',
  url: 'their address',
  content: 'a hash of title, organization, place and text',
};

/**
 * Reads the first rows of a file, and loads nothing.
 * @returns what a load would do, as text, and whether it would take anything
 */
const previewOf = async (input: OpenPart): Promise<{ text: string; takes: boolean }> => {
  const shown: Shown[] = [];
  const faulty: Rejection[] = [];
  const reasons = createReasons();
  let [read, refused] = [0, 0];
  let error: Error | null = null;
  try {
    for await (const line of input.lines) {
      read += 1;
      const faults = faultsOf(line);
      if (faults.length > 0) {
        refused += 1;
        const rejection = { line: line.line, ...(line.index !== undefined && { index: line.index }), faults };
        reasons.add(rejection);
        if (faulty.length < SHOWN_FAULTS) faulty.push(rejection);
      } else if (shown.length < SHOWN_ROWS && 'posting' in line && line.posting)
        shown.push({ line: line.line, posting: line.posting });
      if (read === MOST_ROWS) break;
    }
  } catch (thrown) {
    error = thrown as Error;
  }
  const problem = input.problem();
  const quality = input.quality();
  const basis = [...quality.ids].map(([one, times]) => `${idText[one]} (${count(times)})`);
  const text = [
    formatText(input),
    ...mappingLines(input),
    ...(input.dates ? [`dates: ${input.dates === 'dmy' ? 'the day' : 'the month'} comes first`] : []),
    ...(basis.length > 0 ? [`the id of a posting: ${basis.join(', ')}`] : []),
    ...(shown.length > 0 ? ['', rowsTable(shown), ''] : []),
    `${read === MOST_ROWS ? 'first ' : ''}${counted(read, 'row')} read: ${count(read - refused)} can be sent, ${count(refused)} cannot`,
    ...reasonLines(reasons),
    ...(faulty.length > 0 ? ['the first of them:', ...faulty.map(faultText)] : []),
    ...qualityLines([quality]),
    ...[...input.notes(), ...(error ? [error.message] : []), ...(problem === null ? [] : [problem])],
  ].join('\n');
  return { text, takes: problem === null && read > refused };
};

/**
 * Reads the first rows of each file, and loads nothing.
 * @returns what a load would do, as text, and whether it would take anything
 */
export const previewParts = async (parts: AsyncIterable<InputPart>, options: OpenOptions) => {
  const texts: string[] = [];
  let takes = false;
  const heading = ({ name }: InputPart) => (name === null ? [] : [`${printable(name)}:`]);
  for await (const part of parts) {
    try {
      const preview = await previewOf(await openPart(part, options, () => {}));
      takes ||= preview.takes;
      texts.push([...heading(part), preview.text].join('\n'));
    } catch (error) {
      if (part.name === null) throw error;
      texts.push([...heading(part), (error as Error).message].join('\n'));
    }
  }
  return { text: [...texts, 'nothing was loaded: this was --dry-run'].join('\n\n'), takes };
};
