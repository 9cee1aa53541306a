/** The whole graph at once: what a rule that looks at one file cannot see. The other import rules are in eslint.config.js. */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      comment: "Two files that import each other are one room: move what both need into a file of its own.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-missing-package",
      severity: "error",
      comment: "Add the package to package.json of the workspace that imports it.",
      from: { pathNot: "(^|/)(scripts|e2e)/|\\.config\\.(ts|js)$|\\.(spec|int-spec)\\.tsx?$|/testing/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "no-test-in-product",
      severity: "error",
      comment: "What a test and the product both need is a file of its own without .spec.",
      from: { pathNot: "\\.(spec|int-spec|e2e-spec)\\.tsx?$|^e2e/" },
      to: { path: "\\.(spec|int-spec|e2e-spec)\\.tsx?$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|node_modules|coverage|\\.cache|data)/" },
    includeOnly: "^(sql|dashboards|ingestion|server|web|e2e|start\\.ts)",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
