import type { Method } from './operation.ts';
import { operationList, publicOperations, type NamedOperation } from './operations.ts';

type Pattern = { operation: NamedOperation; names: string[]; path: RegExp };

// Paths match as in Express: in any case, and with or without a slash at the end.
const patternOf = (operation: NamedOperation): Pattern => ({
  operation,
  names: [...operation.path.matchAll(/:(\w+)/g)].map(([, name]) => name!),
  path: new RegExp(`^${operation.path.replace(/[.]/g, '\\.').replace(/:\w+/g, '([^/]+)')}/?$`, 'i'),
});
const patterns = operationList.filter(({ id }) => id in publicOperations).map(patternOf);

/**
 * The public operation that a request is for, with the parameters of its path as they were sent.
 * @param method `HEAD` matches what `GET` does
 * @param path without the query
 * @returns null where there is no such operation
 */
export const matchOperation = (
  method: string,
  path: string,
): { operation: NamedOperation; parameters: Record<string, string> } | null => {
  const asked = (method === 'HEAD' ? 'GET' : method) as Method;
  for (const { operation, names, path: pattern } of patterns) {
    const found = operation.method === asked && pattern.exec(path);
    if (!found) continue;
    return { operation, parameters: Object.fromEntries(names.map((name, i) => [name, found[i + 1]!])) };
  }
  return null;
};
