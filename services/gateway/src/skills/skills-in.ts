import { matchOperation } from '@skillstream/contracts';

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    // Invalid UTF-8: analytics rejects it.
    return null;
  }
};

/**
 * The ids of the skills that a query is about.
 * @param queryPath path and query
 */
export const skillsIn = (queryPath: string): string[] => {
  const [path = '', search] = queryPath.split('?');
  const found = matchOperation('GET', path);
  if (!found) return [];
  const { operation, parameters } = found;
  const query = new URLSearchParams(search);
  return (operation.skills ?? [])
    .map((name) => (name in parameters ? decoded(parameters[name]!) : query.get(name)))
    .filter((id) => id !== null);
};
