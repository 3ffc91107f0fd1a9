import { tickets, type Fault } from '../fault.ts';

const COUNT = 120;

/** Somebody tries tokens, and gives up. */
export const wrongTokens: Fault = {
  name: 'wrong-tokens',
  what: `${COUNT} requests with a token that is none`,
  fires: tickets('TokensRefused'),
  make: async ({ platform }) => {
    const headers = { authorization: 'Bearer x' };
    const ask = () =>
      fetch(`${platform.url}/v1/demand`, { headers }).then((response) => response.arrayBuffer());
    await Promise.all(Array.from({ length: COUNT }, ask));
    return () => undefined;
  },
};
