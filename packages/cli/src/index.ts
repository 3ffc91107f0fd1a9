import { commands } from './commands.ts';
import { main } from './main.ts';

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
// Node's warnings about libraries (kafkajs sets a timer in the past) are nothing for the people who type commands.
process.removeAllListeners('warning');
process.exitCode = await main(commands, process.argv.slice(2));
// Connections that idle (fetch keeps some) shall not keep a finished command alive.
if (process.stdout.writableLength === 0) process.exit();
else process.stdout.once('drain', () => process.exit());
