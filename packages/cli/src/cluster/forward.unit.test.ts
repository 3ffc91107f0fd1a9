import { describe, expect, test } from '@jest/globals';
import { addressInside, forwardArgs, gatewayOf } from './forward.ts';

test.each([
  [4100, '4100:http'],
  [0, ':http'],
])(
  'the gateway is found by the name of its port, whatever number the values give it (local port %i)',
  (port, ports) => {
    const args = ['port-forward', '-n', 'n', 'service/r-gateway', ports];
    expect(forwardArgs('n', gatewayOf('r'), port)).toEqual(args);
  },
);

describe('the address inside of the cluster', () => {
  test.each([
    ['80', 'http://r-gateway.n'],
    ['8088', 'http://r-gateway.n:8088'],
  ])('of port %s is %s', async (port, address) => {
    const asked: string[] = [];
    const run = async (_tool: string, args: readonly string[]) => {
      asked.push(args.join(' '));
      return { code: 0, out: port, complaint: '' };
    };
    expect(await addressInside({ run, namespace: 'n', release: 'r' })).toBe(address);
    expect(asked).toEqual(['get service -n n r-gateway -o jsonpath={.spec.ports[?(@.name=="http")].port}']);
  });
});
