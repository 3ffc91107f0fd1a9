export {
  compare,
  linkClasses,
  mayBeTogether,
  thresholds,
  type LinkClass,
  type Thresholds,
} from './compare.ts';
export { createLinkIndex } from './link-index.ts';
export { indexKeysOf, signatureOf, type Signature } from './signature.ts';
