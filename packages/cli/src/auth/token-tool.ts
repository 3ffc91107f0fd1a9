// `skillstream token` alone, for a container of compose, which does not have the rest of the command.
import { token } from '../commands/token.ts';
import { main } from '../main.ts';

process.exitCode = await main({ token }, ['token', ...process.argv.slice(2)]);
