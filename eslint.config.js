import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { plugin as watchfloor } from "./scripts/rules/plugin.mjs";

const CODE = ["**/*.ts", "**/*.tsx"];
const TESTS = ["**/*.spec.{ts,tsx}", "**/*.int-spec.ts", "e2e/**/*.ts", "**/testing/**/*.ts"];
/** What people run from a shell: they talk to a terminal, read the settings and know what time it is. */
const ENTRY_POINTS = [
  "start.ts",
  "ingestion/src/{import,simulate,webhook}.ts",
  "server/src/anomaly-score.ts",
  "e2e/bench/**/*.ts",
  "**/*.config.ts",
];
/** The one place each where a process reads its settings and the clock. */
const SETTINGS = ["settings.ts", "**/settings/read-settings.ts"];
const CLOCKS = ["**/clock.ts", "**/read-clock.ts"];

const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "Settings are read once, in start.ts: take the value as a parameter.",
};
const NOW = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Pass `now` in: take it as a parameter, or a `now: () => Date` given by start.ts.",
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Pass `now` in: take it as a parameter, or a `now: () => Date` given by start.ts.",
  },
  {
    selector:
      "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(now|utc|local)$/][arguments.length=0]",
    message: "Pass `now` in: take it as a parameter, or a `now: () => Date` given by start.ts.",
  },
];
const NON_NULL = {
  selector: "TSNonNullExpression",
  message: "`!` hides an absent value: handle it, or throw with a sentence that says what is missing.",
};

export default [
  {
    ignores: [
      "**/dist/**",
      "**/node_modules/**",
      "**/coverage/**",
      ".cache/**",
      "data/**",
      "web/src/graphql/operations.ts",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: CODE,
    plugins: { "@typescript-eslint": tseslint.plugin, watchfloor },
    languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: {
      "watchfloor/doc-sentence": "error",
      "watchfloor/export-names": "error",
      "watchfloor/import-homes": "error",
      "watchfloor/left-out-tests": "error",
      "watchfloor/pure-files": "error",
      "watchfloor/room-names": "error",
      "watchfloor/silencing-as": "error",
      "watchfloor/workspace-borders": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports", disallowTypeAnnotations: false },
      ],
      "max-lines": ["error", { max: 300 }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "max-depth": ["error", 4],
      "no-console": "error",
      "no-restricted-syntax": ["error", ENVIRONMENT, ...NOW, NON_NULL],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx", "hack"], location: "start" }],
      "no-empty": ["error", { allowEmptyCatch: false }],
      "no-unused-expressions": "error",
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    files: ["{sql,dashboards,ingestion,server}/src/**/*.ts", "start.ts"],
    ignores: TESTS,
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["server/src/**/*.ts"],
    rules: {
      // Nest reads constructor parameters at run time: a class imported as a type would not be found.
      "@typescript-eslint/consistent-type-imports": "off",
    },
  },
  {
    files: ["web/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  {
    files: ["web/**/*.tsx"],
    rules: { "max-lines-per-function": ["error", { max: 150, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: TESTS,
    rules: {
      "max-lines": ["error", { max: 500 }],
      "max-lines-per-function": "off",
      "no-restricted-syntax": "off",
      "watchfloor/doc-sentence": "off",
    },
  },
  {
    files: [...ENTRY_POINTS, "e2e/**/*.ts"],
    rules: { "no-console": "off", "no-restricted-syntax": ["error", NON_NULL] },
  },
  { files: SETTINGS, rules: { "no-restricted-syntax": ["error", ...NOW, NON_NULL] } },
  { files: CLOCKS, rules: { "no-restricted-syntax": ["error", ENVIRONMENT, NON_NULL] } },
  {
    files: ["**/*.mjs", "**/*.js", "**/*.cjs"],
    plugins: { watchfloor },
    rules: {
      "watchfloor/room-names": "error",
      "max-lines": ["error", { max: 300 }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "prefer-const": "error",
      eqeqeq: "error",
    },
  },
];
