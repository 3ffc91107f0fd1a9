import { jsonFault } from '@skillstream/errors';
import { jobPostingsIn } from '../json/linked-data.ts';
import { parseJson, type FileRow } from '../row-outcome.ts';
import { MAX_ROW_BYTES } from '../table/limits.ts';
import { parseMarkup, type MarkupContext, type MarkupHandler } from './parse.ts';

const MOST_DEPTH = 1000;
const rowsOf = (text: string, line: number): FileRow[] => {
  const value = parseJson(Buffer.from(text));
  if (value === undefined)
    return [{ line, faults: [{ path: '', message: `is a script of JSON-LD, and ${jsonFault(text)}` }] }];
  return jobPostingsIn(value).map((posting) => ({ line, bytes: Buffer.from(JSON.stringify(posting)) }));
};

const createHandler = ({ found, line }: MarkupContext<FileRow>): MarkupHandler => {
  let script: { text: string; line: number } | null = null;
  return {
    onopentag: (name, { type }) => {
      if (name === 'script' && type?.trim().toLowerCase().startsWith('application/ld+json'))
        script = { text: '', line: line() };
    },
    ontext: (data) => {
      if (script && script.text.length <= MAX_ROW_BYTES) script.text += data;
    },
    onclosetag: () => {
      if (!script) return;
      const { text, line: at } = script;
      script = null;
      if (text.length <= MAX_ROW_BYTES) for (const row of rowsOf(text, at)) found(row);
      else found({ line: at, faults: [{ path: '', message: `is longer than ${MAX_ROW_BYTES} characters` }] });
    },
  };
};

/**
 * The postings that an HTML page has for search engines: schema.org's JobPosting, in scripts of JSON-LD.
 * @throws Error with the line, where the page is nested too deep
 */
export const htmlRows = (blocks: AsyncIterable<Buffer>): AsyncGenerator<FileRow> =>
  parseMarkup<FileRow>(blocks, createHandler, { xml: false, mostDepth: MOST_DEPTH });
