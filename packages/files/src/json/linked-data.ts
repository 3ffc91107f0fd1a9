const typesOf = (row: object): string[] | null => {
  const type: unknown = (row as Record<string, unknown>)['@type'];
  const types = Array.isArray(type) ? type : [type];
  return types.every((one) => typeof one === 'string') ? types : null;
};

/** Whether an object of JSON-LD is a schema.org JobPosting. */
export const isJobPosting = (row: object): boolean =>
  typesOf(row)?.some((type) => /(^|[/:])JobPosting$/.test(type)) ?? false;

/** Whether it says that it is something else: the page, the way to it, the employer. */
export const isOtherThing = (row: object): boolean => typesOf(row) !== null && !isJobPosting(row);
