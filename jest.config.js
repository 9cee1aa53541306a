const transform = {
  "^.+\\.[tj]sx?$": [
    "<rootDir>/scripts/stages/fast-globals-transform.mjs",
    {
      jsc: {
        parser: { syntax: "typescript", decorators: true, tsx: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: "automatic" } },
        target: "es2022",
        keepClassNames: true,
      },
      module: { type: "es6" },
    },
  ],
};

const project = (displayName, testMatch, more = {}) => ({
  displayName,
  rootDir: import.meta.dirname,
  testMatch,
  transform,
  transformIgnorePatterns: ["/node_modules/"],
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  moduleNameMapper: {
    "^@watchfloor/(sql|dashboards|ingestion|server)$": "<rootDir>/$1/src/index.ts",
    "^@watchfloor/(sql|server)/testing$": "<rootDir>/$1/src/testing.ts",
    "^(\\.{1,2}/.*)\\.js$": "$1",
  },
  modulePathIgnorePatterns: ["/dist/"],
  testEnvironment: "node",
  ...more,
});

export default {
  // A limit for what hangs, not for what is slow on a busy machine.
  testTimeout: 60_000,
  projects: [
    project("unit", ["<rootDir>/{sql,dashboards,ingestion,server,web,scripts}/**/*.spec.{ts,tsx}"]),
    {
      displayName: "integration",
      rootDir: import.meta.dirname,
      runner: "<rootDir>/scripts/stages/bare/bare-runner.mjs",
      testMatch: ["<rootDir>/{sql,dashboards,ingestion,server}/dist/**/*.int-spec.js"],
      transform: {},
    },
    project("e2e", ["<rootDir>/e2e/**/*.e2e-spec.ts"]),
  ],
};
