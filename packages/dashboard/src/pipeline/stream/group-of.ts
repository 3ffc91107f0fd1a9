/**
 * The tabs that share a stream: those of one reader (a token that was pasted, or one person with the same scopes), by
 * a hash, or those of nobody: a tab that is signed out gets nothing of one that is signed in. Null where there are no
 * hashes, as on an origin that is not secure.
 */
export const groupOf = async (reader: string | null): Promise<string | null> => {
  if (reader === null) return 'skillstream-pipeline';
  const subtle = (crypto as { subtle?: SubtleCrypto }).subtle;
  if (!subtle) return null;
  const hash = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(reader)));
  return `skillstream-pipeline ${[...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
};
