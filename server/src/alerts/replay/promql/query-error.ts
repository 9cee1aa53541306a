/** QueryError says why a query has no answer at one instant, although it can be read. */
export class QueryError extends Error {}
