import { runScript } from '../platform/run-script.ts';
import { readArgs, type Command } from '../terminal/command.ts';

const usage = `skillstream tag [--explain] < postings.ndjson > tags.ndjson

Finds the skills in texts: {"id", "text"} or {"id", "title", "description"} a line in, {"id", "tags"} a line out.
With "organization" the employer's own name is not taken for a skill. Nothing needs to run for it.

  --explain   also explain for every occurrence of a skill's name why it counts or not`;

const options = { explain: { type: 'boolean', default: false } } as const;

const run = async (args: string[]): Promise<number> => {
  const { values } = readArgs(args, options);
  return runScript('packages/tagger/src/inspect/stdin.ts', values.explain ? ['--explain'] : []);
};

export const tag: Command = { usage, run };
