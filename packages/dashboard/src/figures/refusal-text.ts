type Refused = { path: string; message: string };

// As the page calls what the API has other names for.
const names: ReadonlyMap<string, string> = new Map([
  ['role', 'Role'],
  ['country', 'Country'],
  ['seniority', 'Level'],
  ['workplace', 'Workplace'],
  ['source', 'Taken from'],
  ['origin', 'Taken from'],
  ['from', 'From'],
  ['to', 'To'],
  ['category', 'Category of skills'],
  ['by', 'They differ in'],
  ['a', 'A'],
  ['b', 'B'],
]);

/**
 * Which choice of the page was refused, in the page's words, and what can be done; the API's reason for who writes the
 * address by hand. Null where no field of a choice is at fault.
 */
export const refusalText = (faults: readonly Refused[]): string | null => {
  const chosen = [...new Set(faults.map(({ path }) => names.get(path)).filter((name) => name !== undefined))];
  if (chosen.length === 0) return null;
  const reasons = faults.map(({ path, message }) => `${path}: ${message}`).join('; ');
  return `Choose another value of ${chosen.map((name) => `“${name}”`).join(' and ')} (${reasons}).`;
};
