import { appError } from '@skillstream/errors';
import { fields, type Field } from './field.ts';
import type { Wanted } from './mapping.ts';

const isField = (name: string): name is Field => (fields as readonly string[]).includes(name);

const pairs = (entries: readonly (readonly [string, unknown])[]): Wanted => {
  const wanted = new Map<Field, string>();
  for (const [name, column] of entries) {
    if (!isField(name))
      throw appError('invalid-input', `"${name}" is no field of a posting: ${fields.join(', ')}`);
    if (typeof column !== 'string') throw appError('invalid-input', `the column of ${name} has to be a text`);
    if (wanted.has(name)) throw appError('invalid-input', `${name} has two columns`);
    wanted.set(name, column);
  }
  return wanted;
};

const pairOf = (text: string): [string, string] => {
  const at = text.indexOf('=');
  if (at < 1) throw appError('invalid-input', `"${text}" is not FIELD=COLUMN, like title=job_title`);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
};

/**
 * Which column somebody wants for which field: `title=job_title,url=link`. A field without a column (`language=`) is
 * not taken from any.
 * @throws SkillstreamError (invalid-input) where a field is unknown, or has two columns
 */
export const wantedOf = (text: string): Wanted =>
  pairs(
    text
      .split(',')
      .filter((pair) => pair.trim() !== '')
      .map(pairOf),
  );

/**
 * The same from a file: a JSON object from field to column, or a pair a line; there a column's name may hold commas.
 * Empty lines and those that begin with # are left out.
 * @throws SkillstreamError (invalid-input)
 */
export const wantedOfFile = (text: string): Wanted => {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (!trimmed.startsWith('{'))
    return pairs(
      trimmed
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '' && !line.startsWith('#'))
        .map(pairOf),
    );
  try {
    return pairs(Object.entries(JSON.parse(trimmed) as object));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw appError('invalid-input', 'begins as JSON and is none', { cause: error });
  }
};
