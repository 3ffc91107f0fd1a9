import './legend.css';

// In the words of docs/glossary.md.
const words: readonly (readonly [word: string, meaning: string])[] = [
  ['dot', 'a real posting on its way; a cross is one that became a dead letter. Click one for its journey'],
  ['diamond', 'a dot of an own posting; a round one is of the made-up sample'],
  [
    'A, B, …',
    'the replicas of a service, by their names; under a topic: the replica that reads that partition',
  ],
  ['in, out, read', 'records each second, as each replica measured them last'],
  ['lag', 'the number of records between what a consumer group has read and the end of the topic'],
  ['oldest', 'for how long the first of these records has waited'],
  ['Next, End', 'of a partition: the offset that is read next, and the one behind its last record'],
  ['outbox', 'changes of postings that are stored and not yet published'],
  ['relay', 'the loop that publishes the outbox; only the replica with the lease publishes'],
  ['circuit breaker', 'open: after failures in a row the gateway leaves a service alone for a while'],
  [
    'from the cache',
    'responses that the gateway had stored, of all that it gave from its store or a service',
  ],
  ['views', 'counts that are kept ready for the usual questions, in Redis'],
  ['facts', 'what each posting contributes now, in MongoDB; every query can be computed from them'],
  [
    'generation',
    'the number of the log that views and facts were built from; a log that replaces a lost one is new',
  ],
  ['dead letter', 'a record that could not be processed, with its reason'],
  ['ledger', 'accepted = pending + in flight + counted + dead letters + retracted + missing'],
  ['budget', 'the share of events that may be bad in 30 days; overspent where more were than may be'],
  ['page, ticket', 'of an alert: somebody has to look now, or on the next working day'],
  ['no data', 'nobody knows it now: not the same as 0'],
];

/** What the words and signs of the pipeline mean. */
export const Legend = () => (
  <details className="legend">
    <summary>What the words and signs mean</summary>
    <dl>
      {words.map(([word, meaning]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  </details>
);
