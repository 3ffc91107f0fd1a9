// Where the document is and where the client goes is said by the test.
export default {
  input: process.env.DOCUMENT,
  // Node runs TypeScript as it is, and wants to know of which file.
  output: { path: 'client', module: { extension: '.ts' } },
  plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
};
