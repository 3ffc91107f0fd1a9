import { randomUUID } from 'node:crypto';
import { replicaName } from '@skillstream/runtime';
import type { TraceHeaders } from '@skillstream/telemetry';
import { decideRetraction, appendWrite, type VersionCondition } from '../posting-versions/decide.ts';
import type { Documents, PostingDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { linkFieldsAfter } from './link-fields.ts';
import { markAfter } from './pending.ts';
import { tombstoneAgainAt } from './tombstone-again.ts';

/** What a retraction stores itself, and what an expired or a closed posting has and a retracted one has not. */
type Left = 'posting' | 'tracestate' | 'expiredAt' | 'facts' | 'closedAt';

const leavingOut = ({
  tracestate: _former,
  expiredAt: _expiredAt,
  facts: _facts,
  closedAt: _closedAt,
  ...rest
}: Omit<PostingDocument, 'posting'>): Omit<PostingDocument, Left> => rest;

export type Retraction =
  | { outcome: 'unknown' }
  | { outcome: 'stale'; version: number }
  | { outcome: 'repeated' | 'retracted'; document: PostingDocument };

/**
 * The version of a posting that retracts it, without content.
 * @param trace the span in which it is stored
 * @param replica the name of the one that stores it
 */
export const retractedForm = (
  present: Omit<PostingDocument, 'posting'>,
  trace: TraceHeaders | null,
  { now, replica }: { now: Date; replica: string },
): PostingDocument => ({
  ...leavingOut(present),
  version: present.version + 1,
  pendingVersion: present.version + 1,
  pendingMark: markAfter(present),
  ...linkFieldsAfter(present.source, present),
  // The linker takes it out of its job, and finds the job by what stays.
  primary: null,
  retracted: true,
  contentHash: null,
  posting: null,
  traceparent: null,
  ...trace,
  writes: appendWrite(present.writes, randomUUID()),
  updatedAt: now,
  tombstoneAgainAt: tombstoneAgainAt(now),
  trail: { version: present.version + 1, acceptedBy: replica },
});

/**
 * Makes a version without content, stored as a document so that the next version follows it.
 * @param replica the name of this one, which is stored beside the version
 * @param condition the versions that the caller allows to be retracted
 * @throws SkillstreamError `unavailable`
 */
export const createRetract =
  (documents: Documents, replica = replicaName()) =>
  (id: string, condition: VersionCondition, trace: TraceHeaders | null, now: Date): Promise<Retraction> =>
    engineCall('Cannot retract', async () => {
      for (;;) {
        const present = await documents.postings().findOne({ _id: id });
        const outcome = decideRetraction(present, condition);
        if (!present || outcome === 'unknown') return { outcome: 'unknown' };
        if (outcome === 'stale') return { outcome, version: present.version };
        if (outcome === 'repeated') return { outcome, document: present };
        const document = retractedForm(present, trace, { now, replica });
        const filter = { _id: id, version: present.version };
        const { matchedCount } = await documents.postings().replaceOne(filter, document);
        if (matchedCount === 1) return { outcome: 'retracted', document };
      }
    });
