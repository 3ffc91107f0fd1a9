import { openApiDocument } from '@skillstream/contracts/openapi';
import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript';

const HEAD = '// Made by npm run generate from the OpenAPI document; a test fails while it is stale.\n\n';

/** Generates the types of the OpenAPI document, as the text of a file. */
export const clientTypes = async (): Promise<string> => {
  const document = JSON.parse(JSON.stringify(openApiDocument())) as OpenAPI3;
  return HEAD + astToString(await openapiTypes(document));
};
