import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const isPublicKey = (pem: string): boolean => {
  try {
    // It would accept a private key as well, and derive the public key: a private key must not be in a service.
    return !pem.includes('PRIVATE KEY') && createPublicKey(pem).asymmetricKeyType === 'ec';
  } catch {
    return false;
  }
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const FORM = 'no public key or certificate of an elliptic curve, as PEM';

/** The key that verifies demonstration tokens: the key itself, or a file that contains it. */
export const demoKeyConfig = z.object({
  AUTH_DEMO_PUBLIC_KEY: z.string().refine(isPublicKey, `is ${FORM}`).optional(),
  AUTH_DEMO_PUBLIC_KEY_FILE: z
    .string()
    .refine((file) => isPublicKey(textOf(file)), `names a file that holds ${FORM}, or cannot be read`)
    .optional(),
});

/** The key as PEM; null if there is none. */
export const demoPublicKey = (config: Readonly<z.infer<typeof demoKeyConfig>>): string | null => {
  const { AUTH_DEMO_PUBLIC_KEY: key, AUTH_DEMO_PUBLIC_KEY_FILE: file } = config;
  return key ?? (file === undefined ? null : readFileSync(file, 'utf8'));
};
