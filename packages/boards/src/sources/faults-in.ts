import type { z } from 'zod';
import { faultText } from './fault-text.ts';
import { placeIn, type Parsed } from './place-in.ts';

type Issue = z.core.$ZodIssue;

const MOST_FAULTS = 20;

/** The first faults, a line each, and how many there are beside them. */
export const linesOf = <T>(faults: readonly T[], lineOf: (fault: T) => string): string => {
  const more = faults.length - MOST_FAULTS;
  return [...faults.slice(0, MOST_FAULTS).map(lineOf), ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
};

/** An issue for each key that is not known: each stands in a place of its own. */
const eachKey = (issue: Issue): Issue[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ ...issue, keys: [key] })) : [issue];

const namesIn = (value: unknown): unknown[] => {
  const list = (value as { sources?: unknown } | null)?.sources;
  return Array.isArray(list) ? list.map((source) => (source as { name?: unknown } | null)?.name) : [];
};

/** The sources whose name another one before them has. */
const twice = (value: unknown): Issue[] => {
  const seen = new Set<unknown>();
  return namesIn(value).flatMap((name, index): Issue[] => {
    const isTaken = typeof name === 'string' && seen.has(name);
    seen.add(name);
    const message = 'has the name of another one';
    return isTaken ? [{ code: 'custom', path: ['sources', index], message, input: name }] : [];
  });
};

/**
 * Everything that is wrong with the sources of a document, a line each, with line and column.
 * @param value the document, as plain values
 * @param issues what the schema of the file refuses
 * @returns an empty text where nothing is
 */
export const faultsIn = (parsed: Parsed, value: unknown, issues: readonly Issue[]): string =>
  linesOf([...issues.flatMap(eachKey), ...twice(value)], (issue) => {
    const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    return placeIn(parsed, issue.path, key) + faultText(issue, value);
  });
