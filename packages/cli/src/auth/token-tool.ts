// `skillstream token` alone, for a container of compose, which does not have the rest of the command.
import { commands } from '../commands.ts';
import { main } from '../main.ts';

process.exitCode = await main({ token: commands['token']! }, ['token', ...process.argv.slice(2)]);
