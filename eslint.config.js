import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { docCommentOnExport } from './eslint-rules/doc-comment-on-export.js';

const drivers = ['kafkajs', 'ioredis', 'mongoose', 'express'];
const services = ['ingestion', 'tagging', 'analytics', 'gateway'];
const workspaces = globSync('{packages,services}/*/package.json', { cwd: import.meta.dirname }).map((path) =>
  dirname(path),
);
const ban = (names, message) => names.map((name) => ({ name, message }));
const kafkaOnlyInMessaging = ban(['kafkajs'], 'Only packages/messaging speaks to Kafka.');
const noServices = {
  group: services
    .map((name) => `@skillstream/${name}*`)
    .concat(services.map((name) => `**/services/${name}/**`)),
  message: 'Services meet only in contracts: topics, HTTP, and shared Redis channels.',
};
const restrict = (paths, patterns = [noServices]) => ({
  'no-restricted-imports': ['error', { paths, patterns }],
});
const packagesOnly = (allowed) => ({
  regex: `^@skillstream/(?!(${allowed.join('|')})(/|$))`,
  message: `May import only: ${allowed.join(', ') || 'no package of ours'}.`,
});

export default tseslint.config(
  {
    ignores: [
      ...['**/node_modules/**', '.skillstream/**', '**/generated/**', '.turbo/**', 'test/api/clients/**'],
      // Built by packages/dashboard.
      'services/gateway/web/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    languageOptions: { globals: { process: 'readonly', URL: 'readonly', console: 'readonly' } },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'no-console': 'error',
      // Names that meant something here alone (docs/glossary.md has those of the field).
      'id-denylist': [
        'error',
        ...['askPart', 'createWorld', 'fetchPart', 'former', 'giveAnswer', 'hush', 'judge', 'judged'],
        ...[
          'moments',
          'mongoAnswers',
          'partAway',
          'redisAnswers',
          'retagLane',
          'scene',
          'tally',
          'tellFaults',
        ],
      ],
      'max-lines': ['error', { max: 300 }],
      // Prettier sees to the width of code, and leaves comments as they are. Addresses have no place to be broken.
      'max-len': ['error', { code: 1_000, comments: 119, ignoreUrls: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['**/*.js'], rules: { 'no-console': 'off' } },
  {
    // What a function is for, what goes in, comes out, and is thrown: of each that others may call.
    files: ['packages/*/src/**/*.{ts,tsx}', 'services/*/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/fixtures/**'],
    plugins: { local: { rules: { 'doc-comment-on-export': docCommentOnExport } } },
    rules: { 'local/doc-comment-on-export': 'error' },
  },
  {
    // `npm start` installs what a workspace's own manifest names, and an image what its service's does. Tests have the
    // root's devDependencies beside that; a package's `testing.ts` is for them.
    files: ['packages/*/{src,bin}/**', 'services/*/src/**'],
    // The dashboard is built before anybody installs it: all that it is made of is a devDependency.
    ignores: ['**/*.test.ts', '**/testing/**', '**/testing.ts', 'packages/dashboard/**'],
    rules: {
      'import-x/no-extraneous-dependencies': ['error', { devDependencies: false, includeTypes: true }],
    },
  },
  // The rest of a workspace, its tests above all, has what the root offers to all tests, and of our own packages still
  // only what its manifest names: turbo learns from there whose change it must hear of.
  ...workspaces.map((workspace) => ({
    files: [`${workspace}/**/{*.test.ts,testing.ts}`, `${workspace}/{test,scripts,examples}/**`],
    rules: {
      'import-x/no-extraneous-dependencies': [
        'error',
        {
          packageDir: ['.', workspace].map((folder) => join(import.meta.dirname, folder)),
          includeTypes: true,
        },
      ],
    },
  })),
  { files: ['packages/**', 'services/**'], rules: restrict(kafkaOnlyInMessaging) },
  {
    files: ['packages/telemetry/**'],
    rules: restrict(ban(drivers, 'Spans are started by hand, at the ports of those who have drivers.'), [
      noServices,
      packagesOnly(['async']),
    ]),
  },
  {
    files: ['packages/messaging/**'],
    rules: restrict(
      [],
      [noServices, packagesOnly(['contracts', 'errors', 'async', 'runtime', 'telemetry', 'engines'])],
    ),
  },
  {
    files: ['packages/contracts/**'],
    rules: restrict(ban(drivers, 'Contracts depend on zod alone.'), [noServices, packagesOnly([])]),
  },
  {
    files: ['packages/client/**'],
    rules: restrict(ban(drivers, 'The client asks a gateway and nobody else.'), [
      noServices,
      packagesOnly(['client', 'contracts']),
    ]),
  },
  {
    files: ['packages/dashboard/**'],
    rules: restrict(ban(drivers, 'A browser has the gateway and nobody else.'), [
      noServices,
      packagesOnly(['async', 'client', 'contracts']),
    ]),
  },
  {
    files: ['packages/tagger/**'],
    rules: restrict(ban(drivers, 'The tagger is pure: text in, tags out.'), [
      noServices,
      packagesOnly(['contracts']),
    ]),
  },
  {
    files: ['packages/observability/**'],
    rules: restrict(ban(drivers, 'Rules and dashboards are pure: definitions in, files out.'), [
      noServices,
      packagesOnly(['contracts']),
    ]),
  },
  {
    files: ['packages/errors/**'],
    rules: restrict(ban(drivers, 'An error knows no driver.'), [noServices, packagesOnly(['contracts'])]),
  },
  {
    files: ['packages/async/**'],
    rules: restrict(ban(drivers, 'Waiting needs no driver.'), [noServices, packagesOnly(['errors'])]),
  },
  {
    files: ['packages/boards/**'],
    rules: restrict(ban(drivers, 'Reading boards needs no engine: addresses in, postings out.'), [
      noServices,
      packagesOnly(['contracts', 'errors', 'async']),
    ]),
  },
  {
    files: ['packages/files/**'],
    rules: restrict(ban(drivers, 'Reading files is pure: blocks in, lines out.'), [
      noServices,
      packagesOnly(['contracts', 'errors', 'async']),
    ]),
  },
  {
    files: ['packages/linking/**'],
    rules: restrict(ban(drivers, 'Linking is pure: postings in, keys and classes out.'), [
      noServices,
      packagesOnly(['contracts']),
    ]),
  },
  {
    files: ['packages/runtime/**'],
    rules: restrict(
      kafkaOnlyInMessaging.concat(
        ban(['express'], 'Only packages/http serves HTTP.'),
        ban(['mongoose'], 'Only packages/mongo connects to MongoDB: the gateway and tagging do not.'),
      ),
      [noServices, packagesOnly(['contracts', 'errors', 'async', 'telemetry', 'engines'])],
    ),
  },
  {
    files: ['packages/mongo/**'],
    rules: restrict(kafkaOnlyInMessaging.concat(ban(['express'], 'Only packages/http serves HTTP.')), [
      noServices,
      packagesOnly(['errors', 'async', 'engines', 'runtime']),
    ]),
  },
  {
    files: ['packages/auth/**'],
    rules: restrict(kafkaOnlyInMessaging, [
      noServices,
      packagesOnly(['contracts', 'errors', 'async', 'runtime']),
    ]),
  },
  {
    files: ['packages/http/**'],
    rules: restrict(kafkaOnlyInMessaging, [
      noServices,
      packagesOnly(['contracts', 'errors', 'async', 'runtime', 'telemetry', 'auth']),
    ]),
  },
  {
    files: ['packages/engines/**'],
    rules: restrict(kafkaOnlyInMessaging, [noServices, packagesOnly(['errors', 'async'])]),
  },
  {
    // A feature folder holds rules; the edges (http, consumers, store or stores, app, index, config) hold the drivers.
    files: ['services/*/src/*/**'],
    ignores: ['services/*/src/{http,consumers,store,stores}/**', '**/*.test.ts'],
    rules: restrict([
      ...kafkaOnlyInMessaging,
      ...ban(drivers, 'Feature code is pure: drivers come in as arguments.'),
    ]),
  },
  {
    files: ['packages/*/src/**', 'services/*/src/**'],
    ignores: ['**/config.ts', '**/*.test.ts', 'packages/engines/**', 'packages/cli/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config.ts reads process.env.' },
      ],
    },
  },
);
