/** A command that goes on until it is told to end, once it answers: what shows that it does. */
type Endless = { begins: string; answers: string };

export type ShellChange = {
  /** What stands in the page for something of the reader's, and what it is here. */
  replace?: Readonly<Record<string, string>>;
  /** Commands that are left out, by their first words. */
  leaveOut?: readonly string[];
  endless?: readonly Endless[];
};

/** Lines of a shell, each with those that continue it: after a backslash, or a pipe at the end. */
const wholeLines = (lines: readonly string[]): string[] => {
  const whole: string[] = [];
  let open = false;
  for (const line of lines) {
    if (open) whole.push(`${whole.pop()!}\n${line}`);
    else whole.push(line);
    open = /[\\|]$/.test(line);
  }
  return whole;
};

const inBackground = (line: string, { answers }: Endless, nth: number): string =>
  [
    `setsid ${line.replace(/ #.*$/, '')} & endless_${nth}=$!`,
    `until ${answers}; do kill -0 "$endless_${nth}" || exit 1; sleep 1; done`,
  ].join('\n');

/**
 * A script of a page's commands, in their order, that ends with the first that fails. What never ends by itself runs
 * in the background until the others have ended, in a group of its own, since npm passes no signal on. Its signal is
 * SIGTERM: a script's background has none of Ctrl-C.
 * @throws Error where something is to be changed that the commands do not have
 */
export const shellOf = (
  lines: readonly string[],
  { replace = {}, leaveOut = [], endless = [] }: ShellChange = {},
): string => {
  const unused = new Set([...Object.keys(replace), ...leaveOut, ...endless.map(({ begins }) => begins)]);
  let ends = '';
  const script = wholeLines(lines).flatMap((line) => {
    const left = leaveOut.find((words) => line.trim().startsWith(words));
    if (left !== undefined) {
      unused.delete(left);
      return [];
    }
    let changed = line;
    for (const [from, to] of Object.entries(replace)) {
      if (changed.includes(from)) unused.delete(from);
      changed = changed.replaceAll(from, to);
    }
    const nth = endless.findIndex(({ begins }) => line.trim().startsWith(begins));
    if (nth < 0) return [changed];
    unused.delete(endless[nth]!.begins);
    ends = `kill -- "-$endless_${nth}" || true; wait "$endless_${nth}" || true\n${ends}`;
    return [inBackground(changed, endless[nth]!, nth)];
  });
  if (unused.size > 0) throw new Error(`the commands have no ${[...unused].join(', ')}`);
  return `set -euo pipefail\n${script.join('\n')}\n${ends}`;
};
