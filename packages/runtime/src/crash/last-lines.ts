const MOST_LINES = 50;
const MOST_CHARS = 1000;

/** The last lines of a log, each cut to a length, so that they take 50 KB at most. */
export const createLastLines = (mostLines = MOST_LINES, mostChars = MOST_CHARS) => {
  const lines: string[] = [];
  let next = 0;
  return {
    add: (line: string): void => {
      lines[next] = line.slice(0, mostChars).trimEnd();
      next = (next + 1) % mostLines;
    },
    /** The oldest first. */
    all: (): string[] => [...lines.slice(next), ...lines.slice(0, next)],
  };
};

export type LastLines = ReturnType<typeof createLastLines>;

const remembered = new WeakMap<object, LastLines>();

/** Stores which lines are those of a log. */
export const rememberLines = (log: object, lines: LastLines): void => void remembered.set(log, lines);

/** The last lines of a log; none of one that was not made by createLog. */
export const linesOf = (log: object): string[] => remembered.get(log)?.all() ?? [];
