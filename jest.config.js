// Suites by file name: pure rules, one real engine, flows across the services (each with engines of its own, which
// it may kill), and what needs a Docker engine.
const common = {
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2024' },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  extensionsToTreatAsEsm: ['.ts'],
  transformIgnorePatterns: ['/node_modules/'],
  testPathIgnorePatterns: ['/node_modules/'],
};

// One set of engines for a whole run, shared by its test files.
const engines = {
  globalSetup: '<rootDir>/test/global-setup.ts',
  globalTeardown: '<rootDir>/test/global-teardown.ts',
};

export default {
  // Engines come up, brokers rebalance and sessions time out: facts are waited for, and this only ends a hang. It is
  // many times what any test takes, so that no test fails for the company that it has on its machine.
  testTimeout: 600_000,
  testSequencer: '<rootDir>/test/longest-first.js',
  projects: [
    { ...common, displayName: 'unit', testMatch: ['**/*.unit.test.ts'] },
    { ...common, ...engines, displayName: 'int', testMatch: ['**/*.int.test.ts'] },
    { ...common, displayName: 'e2e', testMatch: ['<rootDir>/test/**/*.e2e.test.ts'] },
    // Needs Chromium: the dashboard over a platform of its own.
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/test/**/*.browser.test.ts'] },
    // The same flows over clusters of engines, which a test starts and breaks itself.
    { ...common, displayName: 'failover', testMatch: ['<rootDir>/test/**/*.failover.test.ts'] },
    // Everything that is sent is meant to be too much: whoever else were on this platform would suffer, too.
    { ...common, displayName: 'attack', testMatch: ['<rootDir>/test/**/*.attack.test.ts'] },
    {
      ...common,
      displayName: 'charts',
      testMatch: ['<rootDir>/{charts,k8s}/**/*.charts.test.ts'],
      globalSetup: '<rootDir>/charts/tests/set-up.ts',
      globalTeardown: '<rootDir>/charts/tests/tear-down.ts',
    },
    { ...common, displayName: 'cluster', testMatch: ['<rootDir>/test/**/*.cluster.test.ts'] },
    // The same charts, installed, changed and removed in ways that each take minutes.
    { ...common, displayName: 'installs', testMatch: ['<rootDir>/test/**/*.installs.test.ts'] },
    { ...common, displayName: 'endurance', testMatch: ['<rootDir>/test/**/*.endurance.test.ts'] },
    // Needs the shared postings and labels, which are no part of the project.
    { ...common, displayName: 'quality', testMatch: ['<rootDir>/test/**/*.quality.test.ts'] },
    // Needs Debian's Prometheus: the rules by promtool, and every query against a real server.
    { ...common, displayName: 'rules', testMatch: ['<rootDir>/test/**/*.rules.test.ts'] },
    // Needs Python: schemathesis makes requests from the gateway's document.
    { ...common, displayName: 'api', testMatch: ['<rootDir>/test/**/*.api.test.ts'] },
    { ...common, displayName: 'docker', testMatch: ['**/*.docker.test.ts'] },
  ],
};
