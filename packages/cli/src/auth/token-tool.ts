// `skillstream token` alone, for where the rest of the command is not: a container of compose.
import { token } from '../commands/token.ts';
import { main } from '../main.ts';

process.exitCode = await main({ token }, ['token', ...process.argv.slice(2)]);
