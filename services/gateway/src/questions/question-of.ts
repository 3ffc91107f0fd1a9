/**
 * One name for a question however its parameters are ordered, so that it is answered once: path and query. Values of
 * a parameter that stands there twice keep their order.
 */
export const questionOf = (url: string): string => {
  const { pathname, searchParams } = new URL(url, 'http://gateway');
  searchParams.sort();
  const query = searchParams.toString();
  return query ? `${pathname}?${query}` : pathname;
};
