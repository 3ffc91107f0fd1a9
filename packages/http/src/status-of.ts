import type { ServerResponse } from 'node:http';

/** The status that metrics and logs have for a request whose connection closed before a response began. */
const UNANSWERED = 499;

/**
 * The status of a response that is over, for metrics and logs. Node's own is 200 until a response begins: of a caller
 * that left before, it would say that all is well. Numbers of nginx are used for that, so that whoever sums up by
 * classes of status still can.
 */
export const statusOf = ({ headersSent, statusCode }: Pick<ServerResponse, 'headersSent' | 'statusCode'>) =>
  headersSent ? statusCode : UNANSWERED;
