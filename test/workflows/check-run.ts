/** What a script may run. */
export type Runs = {
  /** Names of npm scripts. */
  scripts: readonly string[];
  /** Names of the suites of `npm test`. */
  suites: readonly string[];
  /** Paths of test files. */
  tests: readonly string[];
};

const npmOwn = ['ci', 'install', 'exec'];
const NPM = /\bnpm (?:run (?:-s )?)?([a-z][\w:-]*)([^\n|;&]*)/g;

/** The values that a word of a script may have: itself, or what the matrix puts into its variable. */
const valuesOf = (
  word: string,
  env: Readonly<Record<string, string>>,
  matrix: Readonly<Record<string, unknown>>,
): string[] => {
  const variable = /^"?\$\{?(\w+)\}?"?$/.exec(word)?.[1];
  if (variable === undefined) return [word];
  const key = /^\$\{\{ matrix\.([\w-]+) \}\}$/.exec(env[variable] ?? '')?.[1];
  const values = key === undefined ? undefined : matrix[key];
  return Array.isArray(values) ? values.map(String) : [env[variable] ?? word];
};

const wordsAfter = (rest: string, flag: string): string[] => {
  const words = rest.trim().split(/\s+/);
  const from = words.indexOf(flag) + 1;
  if (from === 0) return [];
  const end = words.findIndex((word, i) => i >= from && word.startsWith('-'));
  return words.slice(from, end === -1 ? undefined : end);
};

/**
 * Names that a script gives npm and that the project does not have: scripts, suites of `npm test -- …`, and parts of
 * paths after `--testPathPatterns` that no test of that kind has in its own.
 * @param env variables of the step, with those of its job
 * @param matrix of the job, whose values come in by `env`
 */
export const npmFaults = (
  run: string,
  env: Readonly<Record<string, string>>,
  matrix: Readonly<Record<string, unknown>>,
  { scripts, suites, tests }: Runs,
): string[] =>
  [...run.replaceAll('\\\n', ' ').matchAll(NPM)].flatMap(([all, name, rest]) => {
    const ofNpm = !all.startsWith('npm run') && npmOwn.includes(name!);
    if (!ofNpm && !scripts.includes(name!)) return [`package.json has no script: ${name}`];
    const kind = /^test:(\w+)$/.exec(name!)?.[1];
    const files = tests.filter((file) => file.endsWith(`.${kind}.test.ts`));
    const patterns = wordsAfter(rest!, '--testPathPatterns').filter(
      (pattern) => !files.some((file) => file.includes(pattern)),
    );
    const named = name === 'test' ? wordsAfter(rest!, '--') : [];
    return [
      ...patterns.map((pattern) => `no ${kind} test has ${pattern} in its path`),
      ...named
        .flatMap((word) => valuesOf(word, env, matrix))
        .filter((suite) => !suites.includes(suite))
        .map((suite) => `npm test has no suite: ${suite}`),
    ];
  });
