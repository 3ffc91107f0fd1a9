/**
 * One cache key for a query however its parameters are ordered: path and query. Repeated values of one parameter keep
 * their order.
 * @param target path and query as they were sent
 */
export const canonicalQuery = (target: string): string => {
  const [path, ...rest] = target.split('?');
  // After an ampersand: otherwise a leading question mark would be skipped, and `??via` be `via`.
  const parameters = new URLSearchParams(`&${rest.join('?')}`);
  parameters.sort();
  const query = parameters.toString();
  return query ? `${path}?${query}` : path!;
};
