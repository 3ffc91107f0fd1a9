import { tickets, type Fault } from '../fault.ts';

const COUNT = 120;

/** Somebody tries tokens, and gives up. */
export const wrongTokens: Fault = {
  name: 'wrong-tokens',
  what: `${COUNT} postings are sent with a token that is none`,
  fires: tickets('TokensRefused'),
  make: async ({ platform }) => {
    // Whoever reads needs no token here, and nobody looks at a wrong one.
    const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };
    const send = () =>
      fetch(`${platform.url}/v1/postings`, { method: 'POST', headers, body: '[]' }).then((response) =>
        response.arrayBuffer(),
      );
    await Promise.all(Array.from({ length: COUNT }, send));
    return () => undefined;
  },
};
