import type { JsonSchema } from '../json-schema.ts';

/**
 * Whom a change breaks: `writers`, whose values are no longer accepted (the schema became narrower), or `readers`, who
 * know the released schema and now get values outside of it (it became wider).
 */
type Party = 'readers' | 'writers';
export type BreakingChange = { path: string; message: string; breaks: Party };

/** Compares two schemas at the same path. */
export type Compare = (released: JsonSchema, present: JsonSchema, path: string) => BreakingChange[];

/** A change that makes the schema narrower at `path`: what writers send today may be refused. */
export const forWriters = (path: string, message: string): BreakingChange => ({
  path,
  message,
  breaks: 'writers',
});
/** A change that makes the schema wider at `path`: readers may get what the released schema rules out. */
export const forReaders = (path: string, message: string): BreakingChange => ({
  path,
  message,
  breaks: 'readers',
});
/** A change that is neither wider nor narrower, or cannot be classified. */
export const forBoth = (path: string, message: string): BreakingChange[] => [
  forWriters(path, message),
  forReaders(path, message),
];

/** The path of a member; the root is ''. */
export const under = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);
