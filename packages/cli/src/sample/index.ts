export { generateSample } from './generate-sample.ts';
export type { SampleOptions, SamplePosting, SampleTruth } from './generate-sample.ts';
