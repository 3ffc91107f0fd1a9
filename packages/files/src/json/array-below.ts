/** The keys below which job boards and exports have their postings. */
const keys = new Set(
  [
    ...[
      'jobs',
      'postings',
      'job_postings',
      'jobPostings',
      'positions',
      'vacancies',
      'offers',
      'openings',
      'ads',
    ],
    ...[
      'results',
      'items',
      'data',
      'records',
      'rows',
      'list',
      'content',
      'hits',
      'entries',
      'elements',
      '@graph',
    ],
  ].map((key) => key.toLowerCase()),
);
// data.search.results has three; in a posting an array lies anywhere.
const MOST_DEPTH = 3;

/**
 * Finds the array of objects below a key of a JSON object, like `{"meta": …, "jobs": [`: only objects are around it,
 * and its key is one of those that hold postings. Each character is looked at once.
 * @param beginning the beginning of the object
 * @returns where the array's bracket is; null where there is none in the beginning
 */
export const arrayBelowKey = (beginning: string): number | null => {
  let depth = 0;
  // How many brackets of arrays are open; what is within one is none of the object's own.
  let arrays = 0;
  let [text, key] = ['', ''];
  for (let at = 0; at < beginning.length; at += 1) {
    const char = beginning[at]!;
    if (char === '"') {
      const start = at + 1;
      for (at = start; at < beginning.length && beginning[at] !== '"'; at += 1)
        if (beginning[at] === '\\') at += 1;
      text = beginning.slice(start, Math.min(at, start + 100));
    } else if (char === ':') key = text;
    else if (char === ',') key = '';
    else if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    else if (char === ']') arrays -= 1;
    else if (char === '[') {
      const holdsObjects = /^\s*\{/.test(beginning.slice(at + 1, at + 100));
      if (arrays === 0 && depth <= MOST_DEPTH && holdsObjects && keys.has(key.toLowerCase())) return at;
      arrays += 1;
    }
  }
  return null;
};
