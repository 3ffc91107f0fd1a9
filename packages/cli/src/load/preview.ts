import { isPlaced, postingInput, type PostingInput } from '@skillstream/contracts';
import { issuesOf } from '@skillstream/errors';
import type { InputLocation, OpenOptions, PostingLine } from '@skillstream/files';
import { count, counted } from '../terminal/numbers.ts';
import { printable } from '../terminal/printable.ts';
import { formatText, mappingLines, problemText } from './format-text.ts';
import { openPart, type OpenPart } from './open-input.ts';
import type { InputPart } from './parts.ts';
import { rowsTables, type Shown } from './preview-rows.ts';
import { qualityLines, type Placed } from './quality-text.ts';
import { createReasons, inOrder, issueText, locationText, reasonLines } from './reasons.ts';
import type { Rejection } from './report-file.ts';
import { storedOf, type StoredPreview } from './stored-of.ts';

const MOST_ROWS = 10_000;
const SHOWN_ROWS = 5;
const SHOWN_FAULTS = 10;
/** Of how many rows, and bytes of them, it is looked at what would be stored. */
const MOST_STORED = { rows: 2000, bytes: 10_000_000 };

/** The issues of the form of a line: its own, or what ingestion would say of it. */
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
 * @returns what a load would do, as text, whether it would take anything, and whether all can be read
 */
const previewOf = async (
  input: OpenPart,
  country: string | undefined,
): Promise<{ text: string; takes: boolean; isWhole: boolean }> => {
  const shown: Shown[] = [];
  const sendable: (InputLocation & { posting: Partial<PostingInput> })[] = [];
  let sendableBytes = 0;
  const faulty: Rejection[] = [];
  const reasons = createReasons();
  let [read, refused] = [0, 0];
  const refuse = (rejection: Rejection): void => {
    refused += 1;
    reasons.add(rejection);
    faulty.push(rejection);
  };
  let error: Error | null = null;
  try {
    for await (const line of input.lines) {
      read += 1;
      const faults = faultsOf(line);
      const place = { line: line.line, ...(line.index !== undefined && { index: line.index }) };
      if (faults.length > 0) refuse({ ...place, faults });
      else if ('posting' in line && line.posting) {
        const { posting, bytes } = line;
        const isShown = shown.length < SHOWN_ROWS;
        if (isShown) shown.push({ line: line.line, posting });
        sendableBytes += bytes.length;
        if (isShown || (sendable.length < MOST_STORED.rows && sendableBytes <= MOST_STORED.bytes))
          sendable.push({ ...place, posting });
      }
      if (read === MOST_ROWS) break;
    }
  } catch (thrown) {
    error = thrown as Error;
  }
  // What has no value is in no format; without a guard it would be called what is read line by line.
  const isEmpty = read === 0 && error === null && input.format.kind === 'lines';
  const known = [isEmpty ? 'an empty file' : formatText(input), ...mappingLines(input)];
  const problem = input.problem();
  // What rows would be, or lack, without that column is no news.
  if (problem !== null)
    return { text: [...known, problemText(input, problem)].join('\n'), takes: false, isWhole: false };
  const all = await storedOf(
    sendable.map(({ posting }) => posting),
    SHOWN_ROWS,
  );
  for (const [index, one] of (all ?? []).entries()) {
    const { posting: _, ...place } = sendable[index]!;
    if ('faults' in one) refuse({ ...place, faults: one.faults });
  }
  const firstFaulty = faulty.sort(inOrder).slice(0, SHOWN_FAULTS);
  const stored = all && all.slice(0, shown.length);
  const quality = input.quality();
  const basis = [...quality.ids].map(([one, times]) => `${idText[one]} (${count(times)})`);
  const text = [
    ...known,
    ...(input.dates ? [`dates: ${input.dates === 'dmy' ? 'the day' : 'the month'} comes first`] : []),
    ...(country === undefined ? [] : [`country: ${country}, of rows that name no place that is known`]),
    ...(basis.length > 0 ? [`the id of a posting: ${basis.join(', ')}`] : []),
    ...(shown.length > 0 ? ['', rowsTables(shown, stored, process.stdout.columns), ''] : []),
    `${read === MOST_ROWS ? 'first ' : ''}${counted(read, 'row')} read: ${count(read - refused)} can be sent, ${count(refused)} cannot; the platform decides about each that is sent`,
    ...reasonLines(reasons),
    ...(firstFaulty.length > 0 ? ['the first of them:', ...firstFaulty.map(faultText)] : []),
    ...qualityLines([quality], placedOf(all)),
    ...input.notes(),
    ...(error ? [error.message] : []),
  ].join('\n');
  return { text, takes: read > refused, isWhole: error === null };
};

/**
 * Reads the first rows of each file, and loads nothing.
 * @returns what a load would do, as text, and whether it would take anything and could read all
 */
export const previewParts = async (parts: AsyncIterable<InputPart>, options: OpenOptions) => {
  const texts: string[] = [];
  let [takes, isWhole] = [false, true];
  const heading = ({ name }: InputPart) => (name === null ? [] : [`${printable(name)}:`]);
  for await (const part of parts) {
    try {
      const opened = await openPart(part, options, () => {});
      const preview = await previewOf(opened, options.country).finally(opened.close);
      takes ||= preview.takes;
      isWhole &&= preview.isWhole;
      texts.push([...heading(part), preview.text].join('\n'));
    } catch (error) {
      if (part.name === null) throw error;
      isWhole = false;
      texts.push([...heading(part), (error as Error).message].join('\n'));
    }
  }
  return { text: [...texts, 'nothing was loaded: this was --dry-run'].join('\n\n'), takes: takes && isWhole };
};
