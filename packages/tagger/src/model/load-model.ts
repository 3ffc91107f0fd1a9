import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { z } from 'zod';
import type { Model } from './model.ts';

/** The weights of this package; `npm run train:tagging` writes them. */
export const modelFile = new URL('../../model/weights.json', import.meta.url);

const file = z.strictObject({
  version: z.string().min(1),
  size: z.int().positive(),
  bias: z.number(),
  /** The value of one step of a weight. */
  step: z.number().positive(),
  /** One signed byte for each weight, deflated, in base64. */
  weights: z.base64(),
});
/** The schema of the file. */
export type ModelFile = z.infer<typeof file>;

/**
 * Parses weights.
 * @throws ZodError naming the invalid field, Error when their number is not as stated or they cannot be inflated
 */
export const readModel = (text: string): Model => {
  const { version, size, bias, step, weights } = file.parse(JSON.parse(text));
  const bytes = inflateSync(Buffer.from(weights, 'base64'));
  if (bytes.length !== size) throw new Error(`the model has ${bytes.length} weights instead of ${size}`);
  return { version, size, bias, step, weights: Int8Array.from(bytes) };
};

/** Loads the model of this package. */
export const loadModel = (): Model => readModel(readFileSync(modelFile, 'utf8'));
