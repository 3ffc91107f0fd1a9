const LITERAL = /^\[([\da-f:.]+)\]:(\d+)$/i;
const HIDDEN = /^\[([\da-f.-]+)\]$/i;

/** A broker's host:port as kafkajs can split it, which takes what stands before the first colon for the host. */
export const hideColons = (broker: string): string => {
  const [, address, port] = LITERAL.exec(broker) ?? [];
  return address ? `[${address.replaceAll(':', '-')}]:${port}` : broker;
};

/** The host that was meant: an IPv6 address has its colons again, and no brackets. */
export const hostOf = (host: string): string => HIDDEN.exec(host)?.[1]?.replaceAll('-', ':') ?? host;
