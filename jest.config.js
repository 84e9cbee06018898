const common = {
  transform: { "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] },
  testEnvironment: "node",
  modulePathIgnorePatterns: ["<rootDir>/dist", "<rootDir>/.cache", "<rootDir>/cdktf.out"],
};

module.exports = {
  coverageProvider: "v8",
  // Terraform mostly waits for its provider, and the provider for AWS: one worker per processor keeps both busy.
  maxWorkers: "100%",
  testSequencer: "<rootDir>/__tests__/support/sequencer.js",
  // Jest runs the set-up of a project only when one of its tests runs: pure tests need no emulator.
  projects: [
    {
      ...common,
      displayName: "pure",
      testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/__tests__/terraform/"],
      setupFilesAfterEnv: ["<rootDir>/__tests__/support/patience.ts"],
    },
    {
      ...common,
      displayName: "terraform",
      testMatch: ["<rootDir>/__tests__/terraform/**/*.test.ts"],
      setupFilesAfterEnv: ["<rootDir>/__tests__/support/timeout.ts"],
      globalSetup: "<rootDir>/__tests__/support/setup.ts",
      globalTeardown: "<rootDir>/__tests__/support/teardown.ts",
    },
  ],
};
