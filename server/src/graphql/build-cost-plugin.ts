import type { ApolloServerPlugin, GraphQLRequest } from "@apollo/server";
import { GraphQLError, type DocumentNode, type GraphQLSchema } from "graphql";
import { getComplexity, type ComplexityEstimator } from "graphql-query-complexity";
import { Problem } from "./problem.js";
import type { RequestContext } from "./request-context.js";

/** A field that asks the engine costs this much, so that aliases cannot multiply one question without end. */
const ENGINE_COST = 50;
const ENGINE_FIELDS = new Set([
  "metrics",
  "metricWhy",
  "metricRows",
  "figureRestatement",
  "reportRestatement",
  "promotions",
  "firstSteps",
  "promotion",
  "runs",
  "run",
  "feeds",
  "storeWall",
  "worstObligations",
  "rejectedEvents",
  "exceptions",
  "anomalies",
  "slaWhatIf",
  "slaBurn",
  "variants",
  "processComparison",
  "annotations",
  "alertIncidents",
  "alertIncident",
]);
/** Rows assumed of a list without `first` or `limit`. */
const ROWS = 10;
/** Lists that are as long as what is asked for: the dimensions a group is split by, the metrics of a question. */
const SHORT_FIELDS = new Set(["key", "values"]);
const SHORT_ROWS = 3;

const estimate: ComplexityEstimator = ({ args, childComplexity, field, type }) => {
  // Introspection reads what is in memory; tools ask it as deep as it goes.
  if (type.name.startsWith("__") || field.name.startsWith("__")) return 0;
  if (type.name === "Query" && ENGINE_FIELDS.has(field.name)) return ENGINE_COST + childComplexity;
  const rows = Number((args as { first?: unknown }).first ?? 1);
  const isList = String(field.type).includes("[");
  const assumed = SHORT_FIELDS.has(field.name) ? SHORT_ROWS : ROWS;
  return 1 + childComplexity * (isList ? assumed : Math.max(1, rows));
};

/** buildCostPlugin refuses operations whose estimated cost is above `maxCost`, before anything is asked of the engines. */
export function buildCostPlugin(maxCost: number): ApolloServerPlugin<RequestContext> {
  let schema: GraphQLSchema | undefined;
  return {
    async serverWillStart(service) {
      schema = service.schema;
    },
    async requestDidStart() {
      return {
        async didResolveOperation({ request, document }) {
          if (schema === undefined) return;
          const cost = estimateCost(schema, document, request);
          if (cost === undefined || cost <= maxCost) return;
          const problem = new Problem(
            "QUERY_TOO_LARGE",
            `The query costs ${Math.round(cost)}, at most ${maxCost} are allowed.`,
            {
              remedy: "Ask for fewer rows or fewer questions at once.",
            },
          );
          throw new GraphQLError(problem.message, { originalError: problem });
        },
      };
    },
  };
}

/** Variables that do not fit their types cost nothing: what they belong to is refused before it is executed, with a word about the variable. */
function estimateCost(
  schema: GraphQLSchema,
  query: DocumentNode,
  { operationName, variables }: GraphQLRequest,
): number | undefined {
  try {
    return getComplexity({
      schema,
      query,
      estimators: [estimate],
      ...(operationName ? { operationName } : {}),
      ...(variables === undefined ? {} : { variables }),
    });
  } catch (cause) {
    if (cause instanceof GraphQLError) return undefined;
    throw cause;
  }
}
