import { openApiDocument } from '@skillstream/contracts/openapi';
import openapiTypes, { astToString, STRING, type OpenAPI3, type OpenAPITSOptions } from 'openapi-typescript';

const HEAD = '// Made by npm run generate from the OpenAPI document; a test fails while it is stale.\n\n';

// A code is a text that programs have from elsewhere: as one of 248 literals each of them would have to assert it.
const withoutLongLists: NonNullable<OpenAPITSOptions['transform']> = (_schema, { path }) =>
  path?.endsWith('/CountryCode') ? STRING : undefined;

/** Generates the types of the OpenAPI document, as the text of a file. */
export const clientTypes = async (): Promise<string> => {
  const document = JSON.parse(JSON.stringify(openApiDocument())) as OpenAPI3;
  return HEAD + astToString(await openapiTypes(document, { transform: withoutLongLists }));
};
