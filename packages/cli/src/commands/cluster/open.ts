import { forwardGateway } from '../../cluster/forward.ts';
import { targetOptions } from '../../cluster/target.ts';
import { note, print, readArgs, wholeNumber } from '../../terminal/command.ts';

const options = { ...targetOptions, port: { type: 'string', default: '4100' } } as const;

/** `cluster open`: the page and the API on this machine, until Ctrl-C. */
export const clusterOpen = async (args: string[]): Promise<number> => {
  const { values } = readArgs(args, options);
  const port = wholeNumber('port', values.port, 0, 65_535);
  const { address, closed, close } = await forwardGateway(values, port);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, close);
  print(`${address}/  (Ctrl-C closes it)`);
  note('where that takes a token: skillstream cluster token --scope …, as --token, or under "Sign in"');
  await closed;
  return 0;
};
