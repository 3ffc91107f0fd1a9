/**
 * What a request asks for, as it was sent: path and query. Clients may also send a whole address (RFC 9112, 3.2.2);
 * its host is their affair, since where a request goes is decided by its path alone.
 */
export const targetOf = (url: string): string => {
  const target = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  return target.startsWith('/') ? target : `/${target}`;
};
