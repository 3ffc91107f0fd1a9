import type { ValidationIssue } from '@skillstream/contracts';
import type { z } from 'zod';

/** The maximum length of a reported path: the path of an unknown field or a duplicate key is text of the sender. */
const MOST_PATH = 200;

/** Truncates the path of a validation issue for the response. */
export const cutPath = ({ path, message }: ValidationIssue): ValidationIssue => ({
  path: path.length > MOST_PATH ? `${path.slice(0, MOST_PATH).toWellFormed()}…` : path,
  message,
});

// A request with a hundred thousand unknown fields does not get an issue for each.
const MOST_ISSUES = 100;

// As zod says that there is no such field.
const missing = /^Invalid input: expected .+, received undefined$/;
const messageIn = (message: string): string => (missing.test(message) ? 'is missing' : message);

/** The first hundred issues of a zod error, by path (`salary.currency`, truncated after 200 characters). */
export const issuesOf = (error: z.ZodError): ValidationIssue[] =>
  error.issues
    .slice(0, MOST_ISSUES)
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys
            .slice(0, MOST_ISSUES)
            .map((key) => ({ path: [...issue.path, key].join('.'), message: 'unknown field' }))
        : [{ path: issue.path.join('.'), message: messageIn(issue.message) }],
    )
    .slice(0, MOST_ISSUES)
    .map(cutPath);
