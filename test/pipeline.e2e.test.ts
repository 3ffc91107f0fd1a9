import { pipelineFlow } from './flows/pipeline.ts';
import { startPlatform } from './platform/platform.ts';

pipelineFlow(startPlatform);
