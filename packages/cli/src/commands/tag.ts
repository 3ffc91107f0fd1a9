import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../platform/paths.ts';
import { readArgs, type Command } from '../terminal/command.ts';

const usage = `skillstream tag < postings.ndjson > tags.ndjson

Finds the skills in texts: {"id", "text"} or {"id", "title", "description"} a line in, {"id", "tags"} a line out.
Nothing needs to run for it.`;

const run = async (args: string[]): Promise<number> => {
  readArgs(args, {});
  const entry = join(projectRoot, 'services/tagging/src/stdin.ts');
  const child = spawn(process.execPath, [entry], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return (code as number | null) ?? 1;
};

export const tag: Command = { summary: 'find the skills in texts from standard input', usage, run };
