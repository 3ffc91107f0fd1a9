import type { Turns } from '@skillstream/async';
import {
  isPlaced,
  PREVIEWED_IN_FULL,
  tableQuery,
  type PreviewPosting,
  type PreviewQuery,
  type PreviewResult,
} from '@skillstream/contracts';
import { cutPath, messageOf, SkillstreamError } from '@skillstream/errors';
import { blocksOf, openPostings, type Encoding, type Quality } from '@skillstream/files';
import { openOptionsOf } from '../intake/open-table.ts';
import { validateValue, type Validation } from '../intake/validate.ts';
import type { UnversionedPosting } from '../canonical/canonical-posting.ts';
import { cutTo, isPacked } from './beginning.ts';
import { createReasons } from './create-reasons.ts';

const MOST_ROWS = 2000;
const MOST_POSTINGS = 50;
const MOST_FAULTS = 50;
const MOST_MS = 20_000;
const MOST_NAME_CHARS = 200;
const MOST_DESCRIPTION_CHARS = { ofFirst: 20_000, ofOthers: 1000 };

export type PreviewDeps = { now: () => Date; nowMs: () => number; turns: Turns; maxLineBytes: number };

const shownOf = (line: number, posting: UnversionedPosting, index: number): PreviewPosting => {
  const mostChars = MOST_DESCRIPTION_CHARS[index < PREVIEWED_IN_FULL ? 'ofFirst' : 'ofOthers'];
  const { contentHash: _, receivedAt: __, description, ...shown } = posting;
  return { ...shown, line, description: description.slice(0, mostChars) };
};

const qualityOf = (
  { postings, withoutDate, unread, ids }: Quality,
  withoutPlace: number,
  cut: (name: string) => string,
): PreviewResult['quality'] => ({
  ...{ postings, withoutDate, withoutPlace },
  unread: [...unread].map(([column, { cells }]) => ({ column: cut(column), cells })),
  ids: [...ids].map(([of, rows]) => ({ of, rows })),
});

const nothing: PreviewResult = {
  ...{ format: null, columns: [], dates: null, firstLine: 1, rows: 0, refused: 0 },
  ...{ postings: [], faults: [], problem: null },
};

const noRow = (isOver: boolean): string =>
  isOver ? `no row was found within ${MOST_MS / 1000} s` : 'there is no row in it';

/** Shows what a load would make of the beginning of a file, with the functions that make it; nothing is stored. */
export const createPreview = ({ now, nowMs, turns, maxLineBytes }: PreviewDeps) => {
  type Lines = Awaited<ReturnType<typeof openPostings>>['lines'];
  type Line = Lines extends AsyncGenerator<infer L> ? L : never;

  const validationOf = (line: Line): Validation => {
    if ('faults' in line) return { faults: line.faults, of: 'form' };
    if (line.bytes.length > maxLineBytes)
      return { faults: [{ path: '', message: `is longer than ${maxLineBytes} bytes` }], of: 'form' };
    if (line.posting === null)
      return { faults: [{ path: '', message: 'is not JSON, or no object' }], of: 'form' };
    return validateValue(line.posting, now());
  };

  const readRows = async (lines: Lines, isOver: () => boolean) => {
    const found = { rows: 0, refused: 0, postings: [] as PreviewPosting[], problem: null as string | null };
    const faults: PreviewResult['faults'] = [];
    const reasons = createReasons();
    let withoutPlace = 0;
    try {
      for await (const line of lines) {
        await turns.pause();
        found.rows += 1;
        const validation = validationOf(line);
        if ('faults' in validation) {
          found.refused += 1;
          const [issue] = validation.faults;
          if (issue) reasons.add(line.line, cutPath(issue));
          if (faults.length < MOST_FAULTS && issue) faults.push({ line: line.line, ...cutPath(issue) });
        } else {
          if (!isPlaced(validation.posting.location)) withoutPlace += 1;
          if (found.postings.length < MOST_POSTINGS)
            found.postings.push(shownOf(line.line, validation.posting, found.postings.length));
        }
        if (found.rows === MOST_ROWS || isOver()) break;
      }
    } catch (error) {
      found.problem = messageOf(error);
    }
    return { ...found, faults, withoutPlace, reasons: reasons.commonest() };
  };

  /**
   * @param bytes the beginning of a file, or all of it
   * @param signal ends reading: nobody waits any more
   * @returns what it is; where it cannot be read, why (`problem`)
   * @throws SkillstreamError `invalid-input`, naming a parameter
   */
  return async (
    bytes: Buffer,
    { part, ...query }: PreviewQuery,
    signal?: AbortSignal,
  ): Promise<PreviewResult> => {
    let encoding: Encoding = 'UTF-8';
    const onEncoding = (found: Encoding) => void (encoding = found);
    const packed = isPacked(bytes);
    const isPart = part === 'true';
    const untilMs = nowMs() + MOST_MS;
    const isOver = () => nowMs() > untilMs || signal?.aborted === true;
    const options = openOptionsOf(tableQuery.parse(query));
    try {
      const blocks = cutTo(
        blocksOf(onlyBlock(bytes), () => {}, undefined, onEncoding),
        isPart,
        isOver,
      );
      const file = await openPostings(blocks, { ...options, onEncoding, part: isPart });
      const { problem, withoutPlace, ...rows } = await readRows(file.lines, isOver);
      const cut = (name: string): string => name.slice(0, MOST_NAME_CHARS);
      return {
        format: { ...file.format, encoding, packed },
        columns: file.mapping.all().map(({ column, field }) => ({ column: cut(column), field })),
        ...{ dates: file.dates, undecided: file.undecided(), asIs: file.asIs() },
        ...{ firstLine: file.firstLine, ...rows, quality: qualityOf(file.quality(), withoutPlace, cut) },
        problem: file.problem() ?? problem ?? (rows.rows > 0 ? null : noRow(isOver())),
      };
    } catch (error) {
      if (error instanceof SkillstreamError) throw error;
      return { ...nothing, problem: messageOf(error) };
    }
  };
};

async function* onlyBlock(bytes: Buffer): AsyncGenerator<Buffer> {
  if (bytes.length > 0) yield bytes;
}

export type Preview = ReturnType<typeof createPreview>;
