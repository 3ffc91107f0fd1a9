import { basename } from 'node:path';
import { usageError } from '../terminal/cli-error.ts';

/**
 * The address that an argument of `load` is; null where it is a path.
 * @throws CliError with exit code 2 for an address that is not asked, which is not named: it may have a password
 */
export const addressOf = (argument: string): URL | null => {
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(argument)) return null;
  const address = URL.parse(argument);
  if (address && /^https?:$/.test(address.protocol)) return address;
  throw usageError('an address is http://HOST/PATH or https://HOST/PATH, and this one is not');
};

/** An address as it is printed: without user, password, query and fragment, any of which may be a secret. */
export const shownAddress = ({ origin, pathname }: URL): string => origin + pathname;

/** An argument of `load` as it is printed: a path as it is, an address without its secrets. */
export const shownInput = (argument: string): string => {
  const address = addressOf(argument);
  return address ? shownAddress(address) : argument;
};

/** The name of the file that `load` is given: at an address the last part of its path, else the host. */
export const fileNameOf = (argument: string): string => {
  const address = addressOf(argument);
  if (!address) return basename(argument);
  const last = address.pathname.split('/').filter(Boolean).at(-1);
  return last ?? address.hostname.replaceAll('.', '-');
};
