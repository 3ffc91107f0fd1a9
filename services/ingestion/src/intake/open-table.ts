import { type TableMapping, type TableQuery } from '@skillstream/contracts';
import { appError, messageOf, SkillstreamError } from '@skillstream/errors';
import { openPostings, withoutMark, wantedOf, wantedOfFile, type Wanted } from '@skillstream/files';

const DEFAULT_SOURCE = 'upload';
const MOST_NAME_CHARS = 200;
const MOST_MESSAGE_CHARS = 500;

/** Looked at before the first row is taken, of each stream: less than of a file, since many may be open at once. */
const SAMPLE = { rows: 200, bytes: 256 * 1024, cells: 20_000 };

const wantedIn = (map: string): Wanted => {
  try {
    return map.startsWith('{') ? wantedOfFile(map) : wantedOf(map);
  } catch (error) {
    const message = messageOf(error).slice(0, MOST_MESSAGE_CHARS);
    throw appError('invalid-input', `map: ${message}`, { context: { faults: [{ path: 'map', message }] } });
  }
};

/**
 * How a file is to be understood, by the parameters of a request.
 * @throws SkillstreamError `invalid-input`, naming the parameter
 */
export const openOptionsOf = (query: TableQuery) => {
  const { map, dates, source, defaultSource = DEFAULT_SOURCE, country, delimiter, quote, escape } = query;
  return {
    ...{ defaultSource, wanted: wantedIn(map ?? ''), marks: { delimiter, quote, escape } },
    ...(dates !== undefined && { dates: dates === 'none' ? null : dates }),
    ...(source !== undefined && { source }),
    ...(country !== undefined && { country }),
    // Nobody is told of repeats here, and many streams may be open.
    seen: null,
    zip: 'is a zip, and archives are opened by the command alone: npm run skillstream -- load FILE',
  };
};

const unreadable = (message: string) =>
  appError('unprocessable', `The table cannot be read: ${message}`, {
    context: { faults: [{ path: '', message }] },
  });

/**
 * Opens a body that has to be a table. Its first rows are read before the first is given out.
 * @param blocks its bytes; the encoding is that of the byte order mark, else UTF-8, or windows-1252 where it is none
 * @returns its rows, as postings or with what is wrong, and which column becomes which field
 * @throws SkillstreamError `unprocessable` where it is no table that can be loaded, `invalid-input` for a parameter
 */
export const openTableBody = async (blocks: AsyncIterable<Buffer>, query: TableQuery) => {
  const options = { ...openOptionsOf(query), only: 'table', sample: SAMPLE } as const;
  const table = await openPostings(withoutMark(blocks), options).catch((error: unknown) => {
    throw error instanceof SkillstreamError ? error : unreadable(messageOf(error));
  });
  const problem = table.problem();
  if (problem !== null) throw unreadable(problem);
  const cut = (name: string): string => name.slice(0, MOST_NAME_CHARS);
  const mapped: TableMapping = {
    line: table.firstLine,
    status: 'mapped',
    columns: table.mapping.mapped().map(({ column, field }) => ({ column: cut(column), field })),
    leftOut: table.mapping.leftOut().map(({ column }) => cut(column)),
    dates: table.dates,
  };
  return { rows: table.lines, mapped };
};
