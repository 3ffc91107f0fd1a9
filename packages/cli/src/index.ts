import { setFlagsFromString } from 'node:v8';
import { commands } from './commands.ts';
import { main } from './main.ts';

// V8 compiles some functions on a thread of its own. Where that one waits for memory, and so for the main thread,
// while `process.exit` waits for it, neither ever ends (seen once with Node 24, in the stacks of both).
setFlagsFromString('--no-concurrent-sparkplug');

// A reader that closes the pipe early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
// Node's warnings about libraries (kafkajs sets a timer in the past) are useless to users of the command.
process.removeAllListeners('warning');
process.exitCode = await main(commands, process.argv.slice(2));
// Idle connections (fetch keeps some) must not keep a finished command alive.
if (process.stdout.writableLength === 0) process.exit();
else process.stdout.once('drain', () => process.exit());
