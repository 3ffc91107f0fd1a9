import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { z } from 'zod';
import type { Model } from './model.ts';

/** The weights that come with this service; `npm run train:tagging` writes them. */
export const modelFile = new URL('../../model/weights.json', import.meta.url);

const file = z.strictObject({
  version: z.string().min(1),
  size: z.int().positive(),
  bias: z.number(),
  /** What one step of a weight is worth. */
  step: z.number().positive(),
  /** A signed byte a weight, deflated, in base64. */
  weights: z.base64(),
});
/** Weights as the file has them. */
export type ModelFile = z.infer<typeof file>;

/**
 * Reads weights.
 * @throws ZodError naming the field at fault, Error when they are not as many as they say or cannot be
 *   inflated
 */
export const readModel = (text: string): Model => {
  const { version, size, bias, step, weights } = file.parse(JSON.parse(text));
  const bytes = inflateSync(Buffer.from(weights, 'base64'));
  if (bytes.length !== size) throw new Error(`the model has ${bytes.length} weights instead of ${size}`);
  return { version, size, bias, step, weights: Int8Array.from(bytes) };
};

/** Loads the model of this service. */
export const loadModel = (): Model => readModel(readFileSync(modelFile, 'utf8'));
