import { isPlaced, postingInput, type PostingInput } from '@skillstream/contracts';
import { issuesOf } from '@skillstream/errors';
import type { OpenOptions, PostingLine } from '@skillstream/files';
import { count, counted } from '../terminal/numbers.ts';
import { printable } from '../terminal/printable.ts';
import { formatText, mappingLines, problemText } from './format-text.ts';
import { openPart, type OpenPart } from './open-input.ts';
import type { InputPart } from './parts.ts';
import { rowsTables, type Shown } from './preview-rows.ts';
import { qualityLines, type Placed } from './quality-text.ts';
import { createReasons, issueText, locationText, reasonLines } from './reasons.ts';
import type { Rejection } from './report-file.ts';
import { storedOf, type StoredPreview } from './stored-of.ts';

const MOST_ROWS = 10_000;
const SHOWN_ROWS = 5;
const SHOWN_FAULTS = 10;
/** Of how many rows, and bytes of them, it is looked at what would be stored. */
const MOST_STORED = { rows: 2000, bytes: 10_000_000 };

/** The issues of a line before anything is sent: its own, or what ingestion would say of its form. */
const faultsOf = (line: PostingLine): Rejection['faults'] => {
  if ('faults' in line) return line.faults;
  if (!line.posting) return [{ path: '', message: 'is not JSON, or no object' }];
  const parsed = postingInput.safeParse(line.posting);
  return parsed.success ? [] : issuesOf(parsed.error);
};

const faultText = ({ faults, ...place }: Rejection): string => {
  const { path, message } = faults[0] ?? { path: '', message: '' };
  const isColumn = path !== '' && message !== 'is missing';
  return isColumn
    ? `  ${locationText(place)}, ${issueText(path, message)}`
    : `  ${locationText(place)}: ${issueText(path, message)}`;
};

const idText = {
  id: 'their own',
  url: 'their address',
  content: 'a hash of title, organization, place and text',
};

const placedOf = (stored: readonly StoredPreview[] | null): Placed | null => {
  if (!stored) return null;
  const postings = stored.flatMap((one) => ('posting' in one ? [one.posting] : []));
  return {
    of: postings.length,
    without: postings.filter(({ location }) => !isPlaced(location)).length,
  };
};

/**
 * Reads the first rows of a file, and loads nothing.
 * @returns what a load would do, as text, and whether it would take anything
 */
const previewOf = async (
  input: OpenPart,
  country: string | undefined,
): Promise<{ text: string; takes: boolean }> => {
  const shown: Shown[] = [];
  const sendable: Partial<PostingInput>[] = [];
  let sendableBytes = 0;
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
      } else if ('posting' in line && line.posting) {
        const { posting, bytes } = line;
        const isShown = shown.length < SHOWN_ROWS;
        if (isShown) shown.push({ line: line.line, posting });
        sendableBytes += bytes.length;
        if (isShown || (sendable.length < MOST_STORED.rows && sendableBytes <= MOST_STORED.bytes))
          sendable.push(posting);
      }
      if (read === MOST_ROWS) break;
    }
  } catch (thrown) {
    error = thrown as Error;
  }
  const problem = input.problem();
  const all = await storedOf(sendable, SHOWN_ROWS);
  const stored = all && all.slice(0, shown.length);
  const refusedLater = (stored ?? []).flatMap((one, index) =>
    'faults' in one ? [{ line: shown[index]!.line, faults: one.faults }] : [],
  );
  const quality = input.quality();
  const basis = [...quality.ids].map(([one, times]) => `${idText[one]} (${count(times)})`);
  const text = [
    formatText(input),
    ...mappingLines(input),
    ...(problem === null ? [] : [problemText(input, problem)]),
    ...(input.dates ? [`dates: ${input.dates === 'dmy' ? 'the day' : 'the month'} comes first`] : []),
    ...(country === undefined ? [] : [`country: ${country}, of rows that name no place that is known`]),
    ...(basis.length > 0 ? [`the id of a posting: ${basis.join(', ')}`] : []),
    ...(shown.length > 0 ? ['', rowsTables(shown, stored, process.stdout.columns), ''] : []),
    `${read === MOST_ROWS ? 'first ' : ''}${counted(read, 'row')} read: ${count(read - refused)} can be sent, ${count(refused)} cannot; the platform decides about each that is sent`,
    ...reasonLines(reasons),
    ...(faulty.length > 0 ? ['the first of them:', ...faulty.map(faultText)] : []),
    ...(refusedLater.length > 0 ? ['of those shown, would be refused:', ...refusedLater.map(faultText)] : []),
    ...qualityLines([quality], placedOf(all)),
    ...input.notes(),
    ...(error ? [error.message] : []),
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
      const preview = await previewOf(await openPart(part, options, () => {}), options.country);
      takes ||= preview.takes;
      texts.push([...heading(part), preview.text].join('\n'));
    } catch (error) {
      if (part.name === null) throw error;
      texts.push([...heading(part), (error as Error).message].join('\n'));
    }
  }
  return { text: [...texts, 'nothing was loaded: this was --dry-run'].join('\n\n'), takes };
};
