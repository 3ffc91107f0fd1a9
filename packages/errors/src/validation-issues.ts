import type { ValidationIssue } from '@skillstream/contracts';
import type { z } from 'zod';

/**
 * Characters of a path that are told: that of an unknown field, or of a key that stands twice, is its sender's own
 * text.
 */
const MOST_PATH = 200;

/** Cuts the path of a validation issue to what a caller is told. */
export const cutPath = ({ path, message }: ValidationIssue): ValidationIssue => ({
  path: path.length > MOST_PATH ? `${path.slice(0, MOST_PATH).toWellFormed()}…` : path,
  message,
});

// Whoever sends a hundred thousand unknown fields is not told of each.
const MOST_ISSUES = 100;

/** The first hundred issues of a zod error, by path (`salary.currency`, cut after 200 characters). */
export const issuesOf = (error: z.ZodError): ValidationIssue[] =>
  error.issues
    .slice(0, MOST_ISSUES)
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys
            .slice(0, MOST_ISSUES)
            .map((key) => ({ path: [...issue.path, key].join('.'), message: 'unknown field' }))
        : [{ path: issue.path.join('.'), message: issue.message }],
    )
    .slice(0, MOST_ISSUES)
    .map(cutPath);
