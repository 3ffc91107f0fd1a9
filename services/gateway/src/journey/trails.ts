import type { AcceptedTrail, CountedTrail, FactTrail, LetterTrail, ViewTrail } from '@skillstream/contracts';

/** What was heard of a service: a value, or why there is none. */
export type Heard<T> = { value: T } | { away: string };

export type Trails = {
  postingId: string;
  /** null: ingestion does not know the posting. */
  accepted: Heard<AcceptedTrail | null>;
  counted: Heard<CountedTrail>;
};

/** The trails of one posting, laid side by side; `whyNot` says why a part is not known, where it is not. */
export type Known = {
  postingId: string;
  source: string | null;
  version: number;
  retracted: boolean;
  accepted: AcceptedTrail | null;
  fact: FactTrail | null;
  view: ViewTrail | null;
  letters: LetterTrail[];
  whyNot: Partial<Record<'accepted' | CountedTrail['missing'][number]['part'], string>>;
};

const valueOf = <T>(heard: Heard<T>): T | null => ('away' in heard ? null : heard.value);

const whyNotOf = ({ accepted, counted }: Trails): Known['whyNot'] => ({
  ...('away' in accepted
    ? { accepted: `ingestion is away: ${accepted.away}` }
    : accepted.value === null && { accepted: 'ingestion does not know this posting' }),
  ...('away' in counted
    ? Object.fromEntries(
        ['views', 'facts', 'dead letters'].map((part) => [part, `analytics is away: ${counted.away}`]),
      )
    : Object.fromEntries(counted.value.missing.map(({ part, reason }) => [part, reason]))),
});

/**
 * Lays what the services know side by side. Without ingestion the latest version is the latest that anybody has seen.
 * @returns null where nobody knows the posting
 */
export const layOut = (trails: Trails): Known | null => {
  const accepted = valueOf(trails.accepted);
  const { fact = null, view = null, letters = [] } = valueOf(trails.counted) ?? {};
  const seen = [fact, view, ...letters].map((one) => one?.version ?? 0);
  const version = accepted?.version ?? Math.max(0, ...seen);
  if (version < 1) return null;
  return {
    ...{ postingId: trails.postingId, version, accepted, fact, view, letters },
    source: accepted?.source ?? fact?.source ?? null,
    retracted: accepted?.retracted ?? fact?.retracted ?? false,
    whyNot: whyNotOf(trails),
  };
};
