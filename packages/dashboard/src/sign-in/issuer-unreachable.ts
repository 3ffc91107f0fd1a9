import { UnreachableError } from '@skillstream/client';

/** The token has ended, and the issuer that renews it does not answer: nothing was sent. */
export class IssuerUnreachableError extends UnreachableError {
  constructor(cause: unknown) {
    super('the issuer does not renew the token', cause);
  }
}
