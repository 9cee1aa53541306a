import { visitImports } from "./import-visitor.mjs";
import { placeOf } from "./place.mjs";

const TESTS = /(^e2e\/|\.(spec|int-spec|e2e-spec)\.tsx?$|\/testing\/)/;

/** HOMES: packages that may be imported in one part of the tree only, and what to use elsewhere. */
export const HOMES = [
  {
    packages: /^(@clickhouse\/client|chdb)(\/|$)/,
    home: /^sql\/src\/clickhouse\//,
    instead: "take a `ClickHouse` from @watchfloor/sql (openClickHouse); the client lives in sql/src/clickhouse only",
  },
  {
    packages: /^(@electric-sql\/pglite|pg|drizzle-orm\/(pglite|node-postgres))(\/|$)/,
    home: /^sql\/src\/(postgres\/|migrate\/migrate-postgres)/,
    instead: "take a `Postgres` from @watchfloor/sql (openPostgres); the drivers live in sql/src/postgres only",
  },
  {
    packages: /^drizzle-orm(\/|$)/,
    home: /^(sql|server)\//,
    instead: "ask through a function of @watchfloor/sql; tables and statements live in sql, repositories in server",
  },
  {
    packages: /^recharts(\/|$)/,
    home: /^web\/src\/charts\//,
    instead: "use a chart of web/src/charts; recharts lives there only",
  },
  {
    packages: /^(react|react-dom|@mantine\/|@tanstack\/)/,
    home: /^web\//,
    instead: "draw in web; no other workspace knows the page framework",
  },
  {
    packages: /^(@nestjs\/|@apollo\/|@as-integrations\/|graphql-depth-limit|graphql-query-complexity)/,
    home: /^server\//,
    instead: "keep Nest and Apollo in server",
  },
  {
    packages: /^graphql(-ws)?(\/|$)/,
    home: /^(server|web)\//,
    instead: "ask and answer GraphQL in server and web only",
  },
  {
    packages: /^better-auth(\/|$)/,
    home: /^server\/src\/identity\//,
    instead: "use an Authenticator of server/src/identity; the session library lives there only",
  },
  {
    packages: /^(fastify|@fastify\/)/,
    home: /^(server\/|ingestion\/src\/(receive|health)\/|ingestion\/src\/start-ingestion\.ts)/,
    instead: "speak HTTP in ingestion/src/receive or server",
  },
];

/** importHomes refuses a package outside its one home. Tests may import what they test with. */
export const importHomes = {
  meta: { type: "problem", schema: [], messages: { home: "`{{name}}` has one home: {{instead}}." } },
  create(context) {
    const place = placeOf(context);
    if (TESTS.test(place) || place.startsWith("scripts/") || place.endsWith(".config.ts")) return {};
    return visitImports((node, name) => {
      const broken = HOMES.find((home) => home.packages.test(name) && !home.home.test(place));
      if (broken !== undefined) context.report({ node, messageId: "home", data: { name, instead: broken.instead } });
    });
  },
};
