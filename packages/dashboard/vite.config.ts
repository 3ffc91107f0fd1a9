import { defineConfig } from 'vite';

// `npm run build:page` says where the files go: to the gateway, which owns what it serves. So neither it nor its image
// depends on this package, or on what builds it.
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  // Messages of libraries for developers are left out, whatever the environment of the build says.
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2023',
    // A data URL would need a policy that allows it; a polyfill is for browsers that cannot run the rest.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One style sheet, in one order, which the runbooks are served with, too.
    cssCodeSplit: false,
    // One file of what is shared with pages that are fetched when opened: else there are several, as it comes.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } } },
  },
  // `npm run dev:page` shows the page of a gateway that runs here.
  server: { host: '127.0.0.1', proxy: { '/v1': 'http://127.0.0.1:4100' } },
});
