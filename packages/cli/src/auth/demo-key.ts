import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { demoKeyFile } from '../platform/paths.ts';

const OWNER_ONLY = 0o600;

const make = (): string => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
};

/**
 * The key that signs tokens for what runs on this machine, as PEM; created on first use, then stored.
 * @param file tests have one of their own
 */
export const demoKey = (file: string = demoKeyFile): string => {
  mkdirSync(dirname(file), { recursive: true });
  try {
    // Fails if the file exists: of two commands that start together, both get the key of the first.
    writeFileSync(file, make(), { mode: OWNER_ONLY, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
};

/** The public key that services get: it verifies and cannot sign. */
export const publicHalf = (privateKey: string): string =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
