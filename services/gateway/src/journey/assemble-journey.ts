import { postingsReceived, postingsTagged, type Journey, type JourneyStep } from '@skillstream/contracts';
import { isOfTagging, publicationOf, type Publication } from './publication.ts';
import type { Known } from './trails.ts';
import { withWaits, type OpenStep } from './with-waits.ts';

type Name = JourneyStep['step'];
type Step = Pick<OpenStep, 'step' | 'service'> & Partial<OpenStep>;

const step = (given: Step): OpenStep => ({
  ...{ state: 'reached', replica: null, version: null, at: null },
  ...{ topic: null, partition: null, offset: null, after: null },
  ...given,
});

/** The step without what only one that is reached has; `version` is what counts until it is reached. */
const notReached = (given: Step, why: string | undefined, version: number | null = null): OpenStep =>
  step({
    ...{ ...given, version },
    ...(why === undefined ? { state: 'waiting' } : { state: 'unknown', detail: why }),
  });

const acceptedStep = ({ accepted, fact, version, whyNot }: Known): OpenStep => {
  const given = { step: 'accepted', service: 'ingestion' } as const;
  if (accepted) return step({ ...given, version, at: accepted.at, replica: accepted.replica });
  const at = fact?.version === version ? fact.acceptedAt : null;
  return at === null ? notReached(given, whyNot.accepted) : step({ ...given, version, at });
};

const publishedStep = (
  { accepted, fact, version, whyNot }: Known,
  of: Publication,
  after: Name,
): OpenStep => {
  const given = { step: 'published', service: 'ingestion', topic: postingsReceived.name, after } as const;
  if (of.isPublished === null) return notReached(given, whyNot.accepted);
  if (!of.isPublished) return notReached(given, undefined, fact?.version ?? null);
  const stored = accepted?.pending ? null : accepted?.published;
  const seen = of.isInFacts ? fact?.received : null;
  const died = of.death && isOfTagging(of.death) ? of.death : null;
  const { partition, offset } = [stored, seen, died].find((one) => typeof one?.offset === 'number') ?? {};
  return step({
    ...{ ...given, version, partition: partition ?? null, offset: offset ?? null },
    ...{ at: stored?.at ?? seen?.at ?? null, replica: stored?.replica ?? seen?.replica ?? null },
  });
};

const taggedStep = (known: Known, of: Publication): OpenStep => {
  const { accepted, fact, version, whyNot } = known;
  const topic = postingsTagged.name;
  const given = { step: 'tagged', service: 'tagging', topic, after: 'published' } as const;
  if (of.isInFacts && fact) {
    const { partition, offset, taggedAt: at, taggedBy: replica } = fact;
    return step({ ...given, version, partition, offset, at, replica });
  }
  if (of.death) {
    const { partition, offset } = of.death;
    return step({ ...given, version, partition, offset });
  }
  if (of.isInViews) return step({ ...given, version });
  if (!of.isPublished)
    return notReached(given, of.isPublished === null ? whyNot.accepted : undefined, fact?.version);
  const why = whyNot.facts ?? whyNot['dead letters'];
  const { published, taggedUpTo } = accepted ?? {};
  if (typeof published?.offset !== 'number' || typeof taggedUpTo !== 'number')
    return notReached(given, why ?? 'how far tagging has read is not known', fact?.version);
  if (taggedUpTo <= published.offset) return notReached(given, undefined, fact?.version);
  if (why !== undefined) return notReached(given, why);
  return step({
    ...given,
    version,
    detail: 'tagging has read it; where it is will be known once it is counted',
  });
};

const countedSteps = ({ fact, view, version, whyNot }: Known, of: Publication): OpenStep[] => {
  const { partition = null, offset = null } = (of.isInFacts && fact) || {};
  const given = { service: 'analytics', topic: postingsTagged.name, after: 'tagged' } as const;
  const inViews = { ...given, step: 'counted-in-views' } as const;
  const inFacts = { ...given, step: 'counted-in-facts' } as const;
  const place = { version, partition, offset };
  return [
    of.isInViews && view
      ? step({ ...inViews, ...place, at: view.at, replica: view.replica })
      : notReached(inViews, whyNot.views, view?.version),
    of.isInFacts && fact
      ? step({ ...inFacts, ...place, at: fact.countedAt, replica: fact.countedBy })
      : notReached(inFacts, whyNot.facts, fact?.version),
  ];
};

const deadStep = (letter: NonNullable<Publication['death']>, after: Name): OpenStep => {
  const { version, at, topic, partition, offset, code, reason } = letter;
  const detail = [code, reason].filter((part) => part !== null).join(': ');
  return step({
    ...{ step: 'dead', service: isOfTagging(letter) ? 'tagging' : 'analytics', after },
    ...{ version, at, topic, partition, offset },
    ...(detail !== '' && { detail }),
  });
};

const outcomeOf = (steps: OpenStep[], { isInFacts, isInViews, death }: Publication): Journey['outcome'] => {
  if (death) return 'dead';
  if (isInFacts && isInViews) return 'counted';
  return steps.some(({ state }) => state === 'waiting') ? 'waiting' : 'unknown';
};

/** Makes the journey of what is known of a posting: the steps of its latest version, in order, with waits. Pure. */
export const assembleJourney = (known: Known, readAt: string): Omit<Journey, 'away'> => {
  const of = publicationOf(known);
  const { deathBefore, death } = of;
  const { postingId, source, version, retracted, accepted, fact } = known;
  const traceId = accepted?.traceId ?? (fact?.version === version ? fact.traceId : null);
  const steps = [acceptedStep(known)];
  if (deathBefore) steps.push(deadStep(deathBefore, 'accepted'));
  if (accepted?.requeuedAt) {
    const after = deathBefore ? 'dead' : 'accepted';
    steps.push(step({ step: 'requeued', service: 'ingestion', version, at: accepted.requeuedAt, after }));
  }
  steps.push(publishedStep(known, of, steps.at(-1)!.step === 'requeued' ? 'requeued' : 'accepted'));
  if (death && isOfTagging(death)) steps.push(deadStep(death, 'published'));
  else {
    steps.push(taggedStep(known, of));
    if (death) steps.push(deadStep(death, 'tagged'));
    else steps.push(...countedSteps(known, of));
  }
  return {
    ...{ postingId, source, version, retracted, outcome: outcomeOf(steps, of), readAt },
    traceId,
    steps: withWaits(steps),
    ...(accepted?.expiredAt !== undefined && { expiredAt: accepted.expiredAt }),
  };
};
