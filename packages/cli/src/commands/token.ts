import { scopeNames, scopes, type Scope } from '@skillstream/contracts';
import { demoKey, publicHalf } from '../auth/demo-key.ts';
import { readKey } from '../auth/read-key.ts';
import { signToken } from '../auth/sign-token.ts';
import { CliError, usageError } from '../terminal/cli-error.ts';
import { print, readArgs, wholeNumber, type Command } from '../terminal/command.ts';

const scopeLines = Object.entries(scopes).map(([name, what]) => `    ${name.padEnd(18)}${what}`);

const usage = `skillstream token --scope SCOPE [--scope SCOPE …] [--subject NAME] [--minutes N] [--key FILE]
skillstream token --public-key [--key FILE]

Signs a token for a demonstration, by the key of this machine, which is generated on first use. What "up" starts accepts
it; a production accepts only tokens of its issuer.

  --scope SCOPE    what it allows:
${scopeLines.join('\n')}
  --subject NAME   its subject (default: demo)
  --minutes N      how long it is valid (default: 60)
  --key FILE       sign by this private key (PEM, P-256) in place of the one of this machine; - is standard input
  --public-key     print the public key for services (AUTH_DEMO_PUBLIC_KEY) and sign nothing`;

const options = {
  scope: { type: 'string', multiple: true, default: [] as string[] },
  subject: { type: 'string', default: 'demo' },
  minutes: { type: 'string', default: '60' },
  key: { type: 'string' },
  'public-key': { type: 'boolean', default: false },
} as const;

const isScope = (name: string): name is Scope => (scopeNames as string[]).includes(name);

/** The signing key, unless an option names a file with one. */
export type OwnKey = { name: string; read: () => string | Promise<string> };
const ofThisMachine: OwnKey = { name: 'the key of this machine', read: () => demoKey() };

const withKey = async <T>(
  file: string | undefined,
  own: OwnKey,
  use: (key: string) => T | Promise<T>,
): Promise<T> => {
  const key = file === undefined ? await own.read() : readKey(file);
  try {
    return await use(key);
  } catch {
    throw new CliError(`${file ?? own.name} is no private key of the curve P-256 as PEM`);
  }
};

/** Prints a token, or the public key, as the arguments say. */
export const runToken = async (args: string[], own: OwnKey = ofThisMachine): Promise<number> => {
  const { values } = readArgs(args, options);
  if (values['public-key']) {
    print((await withKey(values.key, own, publicHalf)).trimEnd());
    return 0;
  }
  // Scopes are separated by blanks in a token, so they may be here, too.
  const wanted = values.scope.flatMap((word) => word.split(/[ ,]+/)).filter(Boolean);
  const strange = wanted.find((name) => !isScope(name));
  if (strange !== undefined)
    throw usageError(`there is no scope "${strange}"; there are ${scopeNames.join(', ')}`);
  if (wanted.length === 0) throw usageError(`--scope is missing; there are ${scopeNames.join(', ')}`);
  const minutes = wholeNumber('minutes', values.minutes, 1, 10_080);
  const request = { scopes: wanted.filter(isScope), subject: values.subject, minutes };
  print(await withKey(values.key, own, (key) => signToken(key, request)));
  return 0;
};

export const token: Command = {
  usage,
  run: (args) => runToken(args),
};
