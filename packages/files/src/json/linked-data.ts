const typesOf = (row: object): string[] | null => {
  const type: unknown = (row as Record<string, unknown>)['@type'];
  const types = Array.isArray(type) ? type : [type];
  return types.every((one) => typeof one === 'string') ? types : null;
};

/** Whether an object of JSON-LD is a schema.org JobPosting. */
const isJobPosting = (row: object): boolean =>
  typesOf(row)?.some((type) => /(^|[/:])JobPosting$/.test(type)) ?? false;

// The types that stand around a JobPosting in pages and feeds. Others, like a program's own "Vacancy", say nothing.
const otherThing =
  /(?:Page|WebSite|Organization|Corporation|Business|Company|List|ListItem|Person|Place|Country|Address|Action|Article|BlogPosting|Blog|Event|Product|Offer|Question|Answer|Service|Object|Rating|Review|Brand)$/;

/** Whether it says that it is something else: the page, the way to it, the employer. */
export const isOtherThing = (row: object): boolean =>
  !isJobPosting(row) && (typesOf(row)?.some((type) => otherThing.test(type)) ?? false);

// A graph within a graph is none that anybody writes; a list has items in elements.
const MOST_NESTED = 6;
const waysIn = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item'];

/** The JobPostings in a value of JSON-LD: itself, or those in its graph, in the list that it is, or of a page. */
export const jobPostingsIn = (value: unknown, depth = 0): object[] => {
  if (typeof value !== 'object' || value === null || depth > MOST_NESTED) return [];
  if (Array.isArray(value)) return value.flatMap((one) => jobPostingsIn(one, depth + 1));
  if (isJobPosting(value)) return [value];
  return waysIn.flatMap((way) => jobPostingsIn((value as Record<string, unknown>)[way], depth + 1));
};
