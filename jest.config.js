const transform = {
  "^.+\\.[tj]sx?$": [
    "@swc/jest",
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

/** What is compiled runs compiled, see scripts/stages/bare/bare-runner.mjs. */
const compiled = (displayName, suffix) => ({
  displayName,
  rootDir: import.meta.dirname,
  runner: "<rootDir>/scripts/stages/bare/bare-runner.mjs",
  testMatch: [`<rootDir>/{sql,dashboards,ingestion,server}/dist/**/*.${suffix}.js`],
  transform: {},
});

export default {
  // A limit for what hangs, not for what is slow on a busy machine.
  testTimeout: 60_000,
  projects: [
    compiled("unit", "spec"),
    compiled("integration", "int-spec"),
    project("web", ["<rootDir>/web/**/*.spec.{ts,tsx}"]),
    project("scripts", ["<rootDir>/scripts/**/*.{spec,int-spec}.ts"]),
    project("e2e", ["<rootDir>/e2e/**/*.e2e-spec.ts"]),
  ],
};
