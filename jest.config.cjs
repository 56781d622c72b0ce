/** Tests mirror src/. The time zone is an awkward one on purpose: nothing may depend on it. */
process.env.TZ = 'Pacific/Chatham'

module.exports = {
  testEnvironment: 'node',
  // For what hangs; how fast things are is not tested by the clock: a busy machine is slow, not wrong.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  extensionsToTreatAsEsm: [],
  transform: {
    '^.+\\.(ts|tsx|js|mjs)$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } }, module: { type: 'commonjs' } },
    ],
  },
  moduleNameMapper: {
    // Bundles take Fabric's ES modules; Node takes the same as CommonJS.
    '^office-ui-fabric-react/lib/(.*)$': 'office-ui-fabric-react/lib-commonjs/$1',
    // All that office-addin-mock needs of it; the whole of it does not load here.
    '^office-addin-manifest$': '<rootDir>/node_modules/office-addin-manifest/lib/officeApp.js',
    // The grid asks for the ES modules; the same as CommonJS.
    '^lodash-es$': 'lodash',
  },
  // cel-js and what the grid stands on are published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(@marcbachmann/cel-js|nanoid|cjk-regex|unicode-regex|regexp-util|franc-min|trigram-utils|n-gram|collapse-white-space|kdbush|rbush|quickselect)/)'],
}
