import { fieldOf } from '../mapping/field-of.ts';
import { pathBelow } from '../mapping/path-below.ts';
import type { FileRow } from '../row-outcome.ts';
import { MAX_ROW_BYTES } from '../table/limits.ts';
import { parseMarkup, type MarkupContext, type MarkupHandler } from './parse.ts';
import { localName } from './record-name.ts';

const MOST_DEPTH = 64;
const MOST_VALUES = 1000;
const SHORT = 100;

type OpenRecord = { line: number; values: Map<string, string>; size: number; paths: string[] };

const isDescription = (path: string): boolean => fieldOf(path)?.field === 'description';

/** Texts of one name: short ones in a list, or in a line where they are a description; long ones as paragraphs. */
const joined = (before: string | undefined, text: string, path: string): string => {
  if (before === undefined) return text;
  return before.length < SHORT && text.length < SHORT
    ? `${before}${isDescription(path) ? ' ' : ', '}${text}`
    : `${before}\n\n${text}`;
};

const createHandler = (recordName: string, { found, line }: MarkupContext<FileRow>): MarkupHandler => {
  let record: OpenRecord | null = null;
  let [text, depth, ending] = ['', 0, false];

  const put = (path: string, value: string): void => {
    if (!record || value.trim() === '') return;
    record.size += value.length;
    const known = record.values.has(path);
    if (record.size > MAX_ROW_BYTES) record.values.clear();
    else if (known || record.values.size < MOST_VALUES)
      record.values.set(path, joined(record.values.get(path), value.trim(), path));
  };
  const flush = (): void => {
    put(record?.paths.at(-1) ?? '', text);
    text = '';
  };
  // What is within a description is a part of it, whatever its name is.
  const pathOf = (parent: string, name: string): string =>
    isDescription(parent) ? parent : pathBelow(parent, name);
  return {
    ondeclaration: (declaration) => {
      if (/^!(?:doctype[^]*\[|entity)/i.test(declaration))
        throw new Error(
          `line ${line()}: it declares entities of its own, which may be a bomb: none are expanded`,
        );
    },
    onopentag: (name, attributes) => {
      depth += 1;
      if (!record) {
        if (localName(name) !== recordName) return;
        record = { line: line(), values: new Map(), size: 0, paths: [''] };
        text = '';
      } else {
        flush();
        record.paths.push(pathOf(record.paths.at(-1)!, name));
      }
      const path = record.paths.at(-1)!;
      for (const [attribute, value] of Object.entries(attributes)) {
        const own = pathBelow(path, attribute);
        if (!record.values.has(own)) put(own, value);
      }
    },
    ontext: (data) => {
      if (record && text.length + record.size <= MAX_ROW_BYTES) text += data;
      else if (record) record.size = MAX_ROW_BYTES + 1;
    },
    onclosetag: () => {
      if (ending && depth > 0) throw new Error(`breaks off on line ${line()}, within an element`);
      depth -= 1;
      if (!record) return;
      flush();
      record.paths.pop();
      if (record.paths.length > 0) return;
      const { line: at, values, size } = record;
      record = null;
      if (size > MAX_ROW_BYTES)
        found({ line: at, faults: [{ path: '', message: `is longer than ${MAX_ROW_BYTES} characters` }] });
      else found({ line: at, values });
    },
    onending: () => void (ending = true),
  };
};

/**
 * The postings of RSS, Atom or another XML feed, one by one in constant memory: the texts and attributes of each by
 * the way to them (`company.name`). No entity is expanded but those that XML has.
 * @throws Error with the line, where the document declares entities of its own, breaks off, or is nested too deep
 */
export const xmlRows = (blocks: AsyncIterable<Buffer>, recordName: string): AsyncGenerator<FileRow> =>
  parseMarkup<FileRow>(blocks, (context) => createHandler(recordName, context), {
    ...{ xml: true, mostDepth: MOST_DEPTH },
  });
