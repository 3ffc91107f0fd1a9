/**
 * Where a request goes on to: its path and query at the part. A client may name a whole URL in its request line
 * (RFC 9112, 3.2.2); the host in it is not for us to follow.
 */
export const targetOf = (originalUrl: string, baseUrl: string): URL => {
  const { pathname, search } = new URL(originalUrl, baseUrl);
  const target = new URL(baseUrl);
  target.pathname = pathname;
  target.search = search;
  return target;
};
