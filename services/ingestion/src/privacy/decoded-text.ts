/**
 * A text as people read it, without the encoding that addresses have (RFC 3986, 2.1). What is no UTF-8 stays, and the
 * rest is decoded all the same.
 */
export const decodedText = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
