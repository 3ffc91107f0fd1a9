import mongoose from 'mongoose';

const { ObjectId, Long } = mongoose.mongo;

/** The state of the members: which one is primary, and since which election. */
export const createMembers = (addresses: string[], setName: string) => {
  let primary: number | null = 0;
  let elections = 1;
  let counter = 1;
  const processIds = addresses.map(() => new ObjectId());
  const waiting = new Set<() => void>();
  const change = () => {
    counter += 1;
    for (const wake of waiting) wake();
    waiting.clear();
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    isPrimary: (member: number) => member === primary,
    /** There is no primary until the election is over; then it is the next member. */
    stepDown: (electionMs: number) => {
      const next = ((primary ?? 0) + 1) % addresses.length;
      primary = null;
      change();
      clearTimeout(timer);
      timer = setTimeout(() => {
        primary = next;
        elections += 1;
        change();
      }, electionMs).unref();
    },
    close: () => clearTimeout(timer),
    /** The fields of a `hello` reply that describe a member. */
    view: (member: number) => ({
      ismaster: member === primary,
      isWritablePrimary: member === primary,
      secondary: member !== primary,
      setName,
      setVersion: 1,
      hosts: addresses,
      me: addresses[member],
      ...(primary !== null && { primary: addresses[primary] }),
      // Grows with each election: clients ignore a former primary.
      ...(member === primary && {
        electionId: ObjectId.createFromHexString(elections.toString(16).padStart(24, '0')),
      }),
      topologyVersion: { processId: processIds[member], counter: Long.fromNumber(counter) },
      logicalSessionTimeoutMinutes: 30,
      helloOk: true,
    }),
    /** Resolves at the next change, or after the client's maximum wait. */
    changed: async (known: unknown, maxAwaitTimeMs: number) => {
      if (Number((known as { counter: unknown }).counter) !== counter) return;
      await new Promise<void>((resolve) => {
        waiting.add(resolve);
        setTimeout(resolve, maxAwaitTimeMs).unref();
      });
    },
  };
};

export type Members = ReturnType<typeof createMembers>;
