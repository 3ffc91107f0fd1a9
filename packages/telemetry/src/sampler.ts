import {
  ParentBasedSampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
  type Sampler,
} from '@opentelemetry/sdk-trace';

/**
 * A trace is sampled as its parent is; one that begins here by the ratio of trace ids, or because it links to a
 * sampled one: linked traces are told whole, or not at all.
 * @param ratio 0 to 1
 */
export const createSampler = (ratio: number): Sampler => {
  const byRatio = new TraceIdRatioBasedSampler(ratio);
  const root: Sampler = {
    shouldSample: (context, traceId, _name, _kind, _attributes, links) =>
      links.some((link) => (link.context.traceFlags & 1) === 1)
        ? { decision: SamplingDecision.RECORD_AND_SAMPLED }
        : byRatio.shouldSample(context, traceId),
    toString: () => `LinkedOr{${byRatio.toString()}}`,
  };
  return new ParentBasedSampler({ root });
};
