/** An id that nobody else makes: 128 random bits. `crypto.randomUUID` is there on a secure origin alone. */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
