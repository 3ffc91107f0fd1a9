import { runScript } from '../platform/run-script.ts';
import { usageError } from '../terminal/cli-error.ts';
import { readArgs, type Command } from '../terminal/command.ts';

const usage = `skillstream taxonomy check [--folder FOLDER]
skillstream taxonomy stats [--folder FOLDER]
skillstream taxonomy find WORD [--folder FOLDER]

Inspects the skills of the taxonomy: lists every error with file and place, counts the skills, or shows which skill a
word names. Nothing needs to run for it.

  --folder FOLDER   a taxonomy of one's own, as TAXONOMY_FOLDER would name it`;

const options = { folder: { type: 'string' } } as const;

const run = async (args: string[]): Promise<number> => {
  const { values, positionals } = readArgs(args, options, {
    min: 1,
    max: 2,
    names: ['check, stats or find'],
  });
  const [what = '', word] = positionals;
  if (!['check', 'stats', 'find'].includes(what))
    throw usageError(`taxonomy cannot "${what}"; it can check, stats and find`);
  if ((what === 'find') !== (word !== undefined))
    throw usageError(
      what === 'find' ? 'WORD is missing, like: skillstream taxonomy find golang' : `unexpected: ${word}`,
    );
  const folder = values.folder === undefined ? [] : [values.folder];
  return runScript('packages/tagger/src/inspect/taxonomy.ts', [what, word ?? '', ...folder]);
};

export const taxonomy: Command = {
  usage,
  run,
};
