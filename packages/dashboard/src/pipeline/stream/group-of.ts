/**
 * The tabs that share a stream: those that hold the same token, by its hash, or none. Null where there are no hashes,
 * as on an origin that is not secure.
 */
export const groupOf = async (token: string | null): Promise<string | null> => {
  if (token === null) return 'skillstream-pipeline';
  const subtle = (crypto as { subtle?: SubtleCrypto }).subtle;
  if (!subtle) return null;
  const hash = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(token)));
  return `skillstream-pipeline ${[...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
};
