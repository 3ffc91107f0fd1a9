import type { ValidationIssue } from '@skillstream/contracts';
import { printable } from '../terminal/printable.ts';

/** Of a sentence of the gateway. */
export const MOST_CHARS = 1000;
const MOST_VALUE_CHARS = 40;

/** What somebody typed, by the names that the API has for it: options, and the words A and B. */
export type Typed = Readonly<Record<string, string | number | undefined>>;

// As the option or the word that it was typed as, with the value: of several that were typed one is wrong.
const placeOf = (path: string, typed: Typed): string => {
  const value = Object.hasOwn(typed, path) ? typed[path] : undefined;
  if (value === undefined) return printable(path);
  const name = path.length === 1 ? path.toUpperCase() : `--${path}`;
  return `${printable(name)} "${printable(String(value), MOST_VALUE_CHARS)}"`;
};

// As zod lists the values that there are.
const plain = (message: string): string =>
  message.replace(
    /Invalid option: expected one of ((?:"[\w-]+"\|?)+)/,
    (_, values: string) => `expected one of ${values.replaceAll('"', '').replaceAll('|', ', ')}`,
  );

/** A validation issue as a line: of a field of a request or, where that was `typed`, of the option. */
export const issueLine = ({ path, message }: ValidationIssue, typed: Typed = {}): string =>
  `  ${path === '' ? '' : `${placeOf(path, typed)}: `}${printable(plain(message), MOST_CHARS)}`;
