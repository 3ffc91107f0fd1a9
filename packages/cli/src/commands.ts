import { ask } from './commands/ask.ts';
import { cluster } from './commands/cluster.ts';
import { debug } from './commands/debug.ts';
import { dlq } from './commands/dlq.ts';
import { down } from './commands/down.ts';
import { generate } from './commands/generate.ts';
import { journey } from './commands/journey.ts';
import { load } from './commands/load.ts';
import { repair } from './commands/repair.ts';
import { report } from './commands/report.ts';
import { reset } from './commands/reset.ts';
import { retag } from './commands/retag.ts';
import { retract } from './commands/retract.ts';
import { sources } from './commands/sources.ts';
import { status } from './commands/status.ts';
import { tag } from './commands/tag.ts';
import { taxonomy } from './commands/taxonomy.ts';
import { token } from './commands/token.ts';
import { trace } from './commands/trace.ts';
import { up } from './commands/up.ts';
import { verify } from './commands/verify.ts';
import { watch } from './commands/watch.ts';
import type { Command } from './terminal/command.ts';

/** Every command by its name. */
export const commands: Record<string, Command> = {
  up,
  load,
  sources,
  generate,
  status,
  watch,
  ask,
  report,
  journey,
  trace,
  retract,
  verify,
  repair,
  tag,
  token,
  retag,
  taxonomy,
  dlq,
  debug,
  reset,
  down,
  cluster,
};
