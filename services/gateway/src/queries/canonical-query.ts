/**
 * One name for a question however its parameters are ordered, so that it is answered once: path and query. Values of
 * a parameter that stands there twice keep their order.
 * @param target path and query as they were sent
 */
export const canonicalQuery = (target: string): string => {
  const [path, ...rest] = target.split('?');
  // Behind an ampersand: alone, a question mark at the beginning would be passed over, and `??via` be `via`.
  const parameters = new URLSearchParams(`&${rest.join('?')}`);
  parameters.sort();
  const query = parameters.toString();
  return query ? `${path}?${query}` : path!;
};
