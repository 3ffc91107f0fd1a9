/** What commands of a document may ask for and run. */
export type Runnable = {
  /**
   * The scope of an operation (`POST /v1/postings`) that everybody has not; null where it is open, undefined for none.
   */
  scopeOf: (operation: string) => string | null | undefined;
  /** Paths of test files. */
  tests: readonly string[];
  read: (path: string) => string | null;
};

const ADDRESS = /(?:localhost|127\.0\.0\.1):\d+(\/v1[^\s'"?]*)/;
const CURL = /(?:^|[;|&(] ?)curl ([^\n|;]*)/gm;
const TEST_RUN = /npm run test:(\w+) -- --testPathPatterns ([\w./-]+)(?: -t (?:'([^']+)'|([\w-]+)))?/g;

const methodOf = (words: string): string =>
  /(?:-X|--request) ?([A-Z]+)/.exec(words)?.[1] ?? (/ (?:-d|--data[\w-]*) /.test(words) ? 'POST' : 'GET');

/**
 * A `curl` whose address nobody serves, or that changes something and brings no token: it is answered with 404 or 401.
 */
export const curlFaults = (code: string, { scopeOf }: Pick<Runnable, 'scopeOf'>): string[] =>
  [...code.replaceAll('\\\n', ' ').matchAll(CURL)].flatMap(([, words]) => {
    const path = ADDRESS.exec(words!)?.[1];
    if (path === undefined) return [];
    const operation = `${methodOf(words!)} ${path}`;
    const scope = scopeOf(operation);
    if (scope === undefined) return [`nobody serves ${operation}`];
    if (scope === null || /authorization: bearer /i.test(words!)) return [];
    return [`${operation} takes a token with ${scope}`];
  });

/** A run of tests by a part of their path or name that no test has: jest then ends without having run any. */
export const testRunFaults = (code: string, { tests, read }: Omit<Runnable, 'scopeOf'>): string[] =>
  [...code.matchAll(TEST_RUN)].flatMap(([, project, path, quoted, word]) => {
    const found = tests.filter((file) => file.includes(path!) && file.endsWith(`.${project}.test.ts`));
    if (found.length === 0) return [`no ${project} test has ${path} in its path`];
    const name = quoted ?? word;
    if (name === undefined) return [];
    // A file of flows has its tests in the file that it imports.
    const texts = [...found, ...found.map((file) => file.replace(/([\w-]+)\.\w+\.test\.ts$/, 'flows/$1.ts'))];
    return texts.some((file) => read(file)?.includes(name))
      ? []
      : [`no test there has "${name}" in its name`];
  });
