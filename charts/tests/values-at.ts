import type { Values } from './helm.ts';

/** A value at a dotted key, as the nested values that helm reads. */
export const at = (path: string, value: unknown): Values =>
  path.split('.').reduceRight((inner: unknown, key) => ({ [key]: inner }), value) as Values;
