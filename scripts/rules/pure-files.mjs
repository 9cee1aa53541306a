import { visitImports } from "./import-visitor.mjs";
import { placeOf } from "./place.mjs";

/** PURE: folders of domain files. A file there with a role suffix (`x.repository.ts`) or in `graphql/` is not pure. */
const PURE = [
  /^ingestion\/src\/(events|resolve)\//,
  /^server\/src\/(scope|metrics|runs|feeds|exceptions|live|sla)\//,
  /^server\/src\/anomalies\/(detector|prepare|scoring|list|bands)\//,
  /^web\/src\/(format|time-range)\/(?!use-)/,
];
const WITH_ROLE = /\/(graphql|testing)\/|\/(load|find|get)-[^/]*$|\/[^/.]+\.(?!tsx?$)[^/]+\.tsx?$/;

/** WORLD: what a pure file may not touch. */
const WORLD =
  /^(node:(fs|fs\/promises|http|https|net|child_process|worker_threads|os)|@nestjs\/.*|fastify|@apollo\/.*|drizzle-orm.*|pg|@clickhouse\/.*|chdb.*|@electric-sql\/.*|pino|react|react-dom|@mantine\/.*)$/;

/** pureFiles keeps frameworks, databases and files out of the domain, so that it is tested without them. */
export const pureFiles = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      pure: "A domain file does not import `{{name}}`. Decide here and act in a caller: a `.repository`, `.service`, `.resolver` or `.module` file, or pass the value in.",
    },
  },
  create(context) {
    const place = placeOf(context);
    if (!PURE.some((folder) => folder.test(place)) || WITH_ROLE.test(place)) return {};
    return visitImports((node, name) => {
      if (WORLD.test(name) && node.parent.importKind !== "type")
        context.report({ node, messageId: "pure", data: { name } });
    });
  },
};
