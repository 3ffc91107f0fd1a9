/** The one address that the issuer sends back to; `getSignedInPage` of the table of operations. */
export const SIGNED_IN_PATH = '/signed-in';

/**
 * What the issuer sent back, taken out of the address before anything else reads it: the code is neither in the
 * history nor in a link that somebody copies. Null where nobody came from the issuer.
 */
export const arrival: URLSearchParams | null = (() => {
  const { pathname, search } = globalThis.location;
  if (pathname !== SIGNED_IN_PATH || search === '') return null;
  history.replaceState(null, '', SIGNED_IN_PATH);
  return new URLSearchParams(search);
})();
