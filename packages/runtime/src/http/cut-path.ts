import type { ValidationIssue } from '@skillstream/contracts';

/**
 * Characters of a path that are told: that of an unknown field, or of a key that stands twice, is its sender's own
 * text.
 */
const MOST_PATH = 200;

/** A fault as callers are told it. */
export const cutPath = ({ path, message }: ValidationIssue): ValidationIssue => ({
  path: path.length > MOST_PATH ? `${path.slice(0, MOST_PATH).toWellFormed()}…` : path,
  message,
});
