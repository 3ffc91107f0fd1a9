// Neither is ever logged; a crash report goes to more places than a log, so it is looked through once more.
const secrets: [RegExp, string][] = [
  // RFC 7515, 7.1: three parts in base64url, the first a JSON object.
  [/\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g, '[token]'],
  [/\b(bearer|basic) +[\w.~+/=-]+/gi, '$1 [credentials]'],
  // RFC 3986, 3.2.1: user and password of a URL.
  [/\b([a-z][a-z\d+.-]*:\/\/)[^\s/@"']+@/gi, '$1[credentials]@'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g, '[private key]'],
];

/** A text without tokens, credentials of headers and URLs, and private keys. */
export const withoutSecrets = (text: string): string =>
  secrets.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);
