import { pages, tickets, type Fault } from '../fault.ts';

/** The relay waits for it until its patience ends, and then nobody can become the relay. */
export const kafkaStandsStill: Fault = {
  name: 'kafka-stands-still',
  what: 'Kafka stands still (SIGSTOP) while postings come in',
  fires: [...pages('OutboxWaits', 'NoRelay'), ...tickets('LagUnknown')],
  make: async ({ platform }) => {
    const pid = platform.engines.pids.kafka!;
    process.kill(pid, 'SIGSTOP');
    return () => process.kill(pid, 'SIGCONT');
  },
};
