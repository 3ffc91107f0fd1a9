const sentences = {
  denied: 'The issuer did not let you in, or the sign-in was cancelled there.',
  otherState: 'What came back belongs to no sign-in of this tab, and was refused.',
  otherIssuer: 'What came back is not from the issuer that this installation names, and was refused.',
  unreachable: 'The issuer cannot be reached, or does not allow requests of this page (CORS).',
  noProvider: 'The issuer does not respond as an OpenID provider does.',
  elsewhere:
    'The issuer gives tokens at another origin than its own, which the policy of this page does not allow.',
  insecure: 'Signing in takes https, or an address of this machine.',
  scope: 'The issuer does not grant what this page asks for.',
  spent: 'The issuer refused the code: it was used already, is too old, or is not of this tab.',
  none: 'This installation names no issuer to sign in with.',
  chunk: 'A part of this page cannot be loaded. Load the page again.',
} as const;

/** Why nobody was signed in. */
export class SignInError extends Error {
  readonly reason: keyof typeof sentences;
  constructor(reason: keyof typeof sentences, options?: ErrorOptions) {
    super(sentences[reason], options);
    this.reason = reason;
  }
}

// Error codes of issuers: RFC 6749, 4.1.2.1 and 5.2; OpenID Connect Core 1.0, 3.1.2.6.
const byError: Readonly<Record<string, keyof typeof sentences>> = {
  access_denied: 'denied',
  invalid_scope: 'scope',
  invalid_grant: 'spent',
  invalid_target: 'scope',
};
// Codes of oauth4webapi.
const byCode: Readonly<Record<string, keyof typeof sentences>> = {
  OAUTH_INVALID_RESPONSE: 'otherIssuer',
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: 'otherIssuer',
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: 'otherIssuer',
  OAUTH_HTTP_REQUEST_FORBIDDEN: 'insecure',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'noProvider',
  OAUTH_RESPONSE_IS_NOT_JSON: 'noProvider',
  OAUTH_PARSE_ERROR: 'noProvider',
};

/** An error code of an issuer; its description is left out, since whoever makes the address writes it. */
const PRINTABLE = /^[a-z_]{1,40}$/;

/** Why a sign-in failed, in a sentence. @param error what the steps of it throw */
export const signInSentence = (error: unknown): string => {
  if (error instanceof SignInError) return error.message;
  const { error: said, code, name } = (error ?? {}) as { error?: unknown; code?: unknown; name?: unknown };
  if (typeof said === 'string') {
    const reason = byError[said];
    if (reason) return sentences[reason];
    return PRINTABLE.test(said)
      ? `The issuer refused: ${said}.`
      : 'The issuer refused, and does not say why.';
  }
  const reason = typeof code === 'string' ? byCode[code] : undefined;
  if (reason) return sentences[reason];
  // What fetch throws: no response, a refusal of the browser, or none in time.
  if (name === 'TypeError' || name === 'TimeoutError') return sentences.unreachable;
  return `Signing in failed: ${error instanceof Error ? error.message : String(error)}.`;
};

/** Whether the issuer itself refused, so that the same request would be refused again. */
export const isRefusal = (error: unknown): boolean => {
  const {
    error: said,
    code,
    status,
  } = (error ?? {}) as { error?: unknown; code?: unknown; status?: unknown };
  return code === 'OAUTH_WWW_AUTHENTICATE_CHALLENGE' || (typeof said === 'string' && status !== 429);
};
