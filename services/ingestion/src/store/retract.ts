import { randomUUID } from 'node:crypto';
import { replicaName } from '@skillstream/runtime';
import type { TraceHeaders } from '@skillstream/telemetry';
import { decideRetraction, appendWrite, type VersionCondition } from '../posting-versions/decide.ts';
import type { Documents, PostingDocument } from './documents.ts';
import { engineCall } from './engine-call.ts';
import { markAfter } from './pending.ts';

export type Retraction =
  | { outcome: 'unknown' }
  | { outcome: 'stale'; version: number }
  | { outcome: 'repeated' | 'retracted'; document: PostingDocument };

const retractedForm = (
  { tracestate: _former, ...present }: PostingDocument,
  trace: TraceHeaders | null,
  { now, replica }: { now: Date; replica: string },
): PostingDocument => ({
  ...present,
  version: present.version + 1,
  pendingVersion: present.version + 1,
  pendingMark: markAfter(present),
  retracted: true,
  contentHash: null,
  posting: null,
  traceparent: null,
  ...trace,
  writes: appendWrite(present.writes, randomUUID()),
  updatedAt: now,
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
