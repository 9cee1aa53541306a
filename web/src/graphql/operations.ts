/* Generated from server/schema.graphql by "npm run generate -w web". */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
import type { DocumentTypeDecoration } from "@graphql-typed-document-node/core";
export interface AttributeFilterInput {
  name: string;
  value: string;
}

export type CadenceFrom = "DECLARED" | "DEFAULT" | "HEARTBEAT" | "LEARNED";

export type Comparison = "PREVIOUS_PERIOD" | "SAME_PERIOD_LAST_YEAR";

export type Dimension =
  | "BRAND"
  | "CHANGE"
  | "CHANNEL"
  | "CLIENT"
  | "CURRENCY"
  | "ERROR_CLASS"
  | "EXCEPTION_CLASS"
  | "MEASURE"
  | "MODEL"
  | "OUTCOME"
  | "PARTNER"
  | "POLICY"
  | "REGION"
  | "SOURCE"
  | "STEP"
  | "STORE"
  | "SYSTEM"
  | "TARGET"
  | "WORKFLOW"
  | "WORKFLOW_VERSION";

export type Direction = "HIGHER" | "LOWER" | "NEITHER";

export type FeedState = "LATE" | "NEVER_SEEN" | "OK" | "STALE";

export type Granularity =
  "DAY" | "FIFTEEN_MINUTES" | "FIVE_MINUTES" | "HOUR" | "MINUTE" | "MONTH" | "QUARTER" | "WEEK" | "YEAR";

export interface MetricOrderInput {
  direction?: SortOrder;
  metric: string;
}

export interface MetricQueryInput {
  /** Whose weeks, months, quarters and years are meant; GREGORIAN unless told. */
  calendar?: PeriodCalendar | null | undefined;
  compareTo?: Comparison | null | undefined;
  filter?: ScopeFilterInput | null | undefined;
  from: string;
  granularity?: Granularity | null | undefined;
  groupBy?: Array<Dimension> | null | undefined;
  groupByAttributes?: Array<string> | null | undefined;
  /** At most this many groups; 100 unless told, 1000 at most. */
  limit?: number | null | undefined;
  /** The metric that store_dispersion and store_rank look at; on_time_rate unless told. */
  lookedAt?: string | null | undefined;
  metrics: Array<string>;
  /** Rows it takes for a group to be ranked and for a store to be compared; 30 unless told. */
  minimumSample?: number | null | undefined;
  orderBy?: MetricOrderInput | null | undefined;
  rankBy?: MetricRankInput | null | undefined;
  timeZone?: string | null | undefined;
  to: string;
  /** Also put together what the limit leaves out. */
  withOthers?: boolean | null | undefined;
}

export interface MetricRankInput {
  metric: string;
  order?: RankOrder;
}

export type MetricRowKind =
  | "CHANGE"
  | "CORRELATION"
  | "DECISION"
  | "EVENT"
  | "EXCEPTION"
  | "FEED_COUNT"
  | "MEASURE"
  | "MINUTE"
  | "OUT_OF_SEQUENCE"
  | "REJECTED_EVENT"
  | "RUN"
  | "STEP";

export interface MetricRowsInput {
  filter?: ScopeFilterInput | null | undefined;
  from: string;
  metric: string;
  /** Of a percentile the numerator lists the values; a count has no denominator. */
  side?: MetricSide;
  to: string;
}

export type MetricSide = "DENOMINATOR" | "NUMERATOR";

export interface MetricWhyInput {
  /** PREVIOUS_PERIOD unless told. */
  compareTo?: Comparison | null | undefined;
  /** Of money: the currency that is meant; the one with the largest amount unless told. */
  currency?: string | null | undefined;
  /** Drivers of these dimensions only, because each costs two questions; of every one that may explain something unless told. */
  driverDimensions?: Array<Dimension> | null | undefined;
  filter?: ScopeFilterInput | null | undefined;
  from: string;
  metric: string;
  timeZone?: string | null | undefined;
  to: string;
}

export type Moment = "DECIDED" | "DUE" | "FINISHED" | "INSTANT" | "RECORDED" | "STARTED";

export type NullReason =
  | "INSUFFICIENT_COVERAGE"
  | "INSUFFICIENT_SAMPLE"
  | "LEARNING"
  | "NOT_ADDITIVE"
  | "NOT_MEASURED"
  | "NOT_PERMITTED"
  | "NOT_STATED"
  | "NO_ROWS"
  | "ZERO_DENOMINATOR";

export type Outcome = "CANCELLED" | "COMPENSATED" | "DEAD_LETTERED" | "FAILED" | "SUCCEEDED";

export type PeriodCalendar = "GREGORIAN" | "RETAIL";

export type RankOrder = "BEST_FIRST" | "WORST_FIRST";

export type Role = "ADMINISTRATOR" | "ANALYST" | "AUDITOR" | "EXECUTIVE" | "OPERATIONS" | "STORE_MANAGER" | "VIEWER";

export interface RunFilterInput {
  change?: string | null | undefined;
  correlation?: string | null | undefined;
  entityId?: string | null | undefined;
  from?: string | null | undefined;
  orderBy?: RunOrder | null | undefined;
  scope?: ScopeFilterInput | null | undefined;
  search?: string | null | undefined;
  states?: Array<RunState> | null | undefined;
  to?: string | null | undefined;
}

export type RunKind = "APPROVAL" | "TASK" | "WORKFLOW";

export type RunOrder = "MONEY" | "NEWEST" | "OLDEST_DUE";

export type RunState = "AT_RISK" | "FINISHED" | "OPEN" | "OVERDUE";

export type SavedViewProblemCode = "INVALID_ADDRESS" | "INVALID_TITLE" | "NOT_A_PERSON" | "NOT_FOUND" | "TOO_MANY";

export interface ScopeFilterInput {
  attributes?: Array<AttributeFilterInput> | null | undefined;
  brands?: Array<string> | null | undefined;
  changes?: Array<string> | null | undefined;
  channels?: Array<string> | null | undefined;
  clients?: Array<string> | null | undefined;
  errorClasses?: Array<string> | null | undefined;
  exceptionClasses?: Array<string> | null | undefined;
  measures?: Array<string> | null | undefined;
  outcomes?: Array<string> | null | undefined;
  partners?: Array<string> | null | undefined;
  /** `region` in any client, or `client/region`; resolved to stores by the registry. */
  regions?: Array<string> | null | undefined;
  sources?: Array<string> | null | undefined;
  /** Only what is counted of steps can be filtered by them. */
  steps?: Array<string> | null | undefined;
  /** `store` in any client, or `client/store`. */
  stores?: Array<string> | null | undefined;
  workflows?: Array<string> | null | undefined;
}

export type SortOrder = "ASCENDING" | "DESCENDING";

export type WallState = "AT_RISK" | "LATE" | "NO_DATA" | "OK";

export type FeedsQueryVariables = Exact<{
  filter?: ScopeFilterInput | null | undefined;
}>;

export interface FeedsQuery {
  feeds: Array<{
    client: string;
    source: string;
    store: string | null;
    channel: string | null;
    partner: string | null;
    state: FeedState;
    newestAt: string | null;
    cadenceSeconds: number;
    cadenceFrom: CadenceFrom;
    silentSeconds: number | null;
  }>;
}

export type WorstObligationsQueryVariables = Exact<{
  filter?: ScopeFilterInput | null | undefined;
  first?: number | null | undefined;
}>;

export interface WorstObligationsQuery {
  worstObligations: Array<{
    workflow: string;
    client: string;
    change: string | null;
    state: RunState;
    title: string;
    detail: string;
    runs: number;
    stores: number;
    expected: number | null;
    oldestDueAt: string | null;
    newestDueAt: string | null;
    money: Array<{ amount: number; currency: string }>;
    sample: { id: string; client: string; workflow: string; store: string | null };
  }>;
}

export type RunQueryVariables = Exact<{
  client: string;
  workflow: string;
  id: string;
}>;

export interface RunQuery {
  run: {
    workflowVersion: string | null;
    target: string | null;
    promise: string | null;
    errorCode: string | null;
    errorMessage: string | null;
    superseded: boolean;
    mismatchedAt: string | null;
    humanTouched: boolean;
    source: string;
    id: string;
    client: string;
    workflow: string;
    kind: RunKind;
    state: RunState;
    startedAt: string | null;
    dueAt: string | null;
    finishedAt: string | null;
    outcome: Outcome | null;
    attempts: number;
    store: string | null;
    channel: string | null;
    partner: string | null;
    change: string | null;
    correlation: string | null;
    errorClass: string | null;
    latenessSeconds: number | null;
    durationSeconds: number | null;
    attributes: Array<{ name: string; value: string }>;
    pauses: Array<{ from: string; to: string | null; reason: string }>;
    steps: Array<{
      id: string;
      step: string;
      startedAt: string;
      finishedAt: string;
      outcome: Outcome;
      attempt: number;
      from: string | null;
      to: string | null;
      errorClass: string | null;
      errorCode: string | null;
      errorMessage: string | null;
      sequence: number | null;
    }>;
    exceptions: Array<{
      id: string;
      class: string;
      message: string | null;
      raisedAt: string | null;
      resolvedAt: string | null;
      cause: string | null;
      resolution: string | null;
      money: { amount: number; currency: string } | null;
    }>;
    related: Array<{
      id: string;
      client: string;
      workflow: string;
      kind: RunKind;
      state: RunState;
      startedAt: string | null;
      dueAt: string | null;
      finishedAt: string | null;
      outcome: Outcome | null;
      attempts: number;
      store: string | null;
      channel: string | null;
      partner: string | null;
      change: string | null;
      correlation: string | null;
      errorClass: string | null;
      latenessSeconds: number | null;
      durationSeconds: number | null;
      entity: { type: string; id: string; version: string | null } | null;
      money: { amount: number; currency: string } | null;
    }>;
    entity: { type: string; id: string; version: string | null } | null;
    money: { amount: number; currency: string } | null;
  } | null;
}

export type RunEventsQueryVariables = Exact<{
  client: string;
  workflow: string;
  id: string;
  after?: string | null | undefined;
}>;

export interface RunEventsQuery {
  run: {
    id: string;
    events: {
      nodes: Array<{ id: string; source: string; kind: string; time: string; receivedAt: string; payload: string }>;
      pageInfo: { endCursor: string | null; hasNextPage: boolean };
    };
  } | null;
}

export type RunsQueryVariables = Exact<{
  filter: RunFilterInput;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export interface RunsQuery {
  runs: {
    totalCount: number;
    pageInfo: { endCursor: string | null; hasNextPage: boolean };
    nodes: Array<{
      id: string;
      client: string;
      workflow: string;
      kind: RunKind;
      state: RunState;
      startedAt: string | null;
      dueAt: string | null;
      finishedAt: string | null;
      outcome: Outcome | null;
      attempts: number;
      store: string | null;
      channel: string | null;
      partner: string | null;
      change: string | null;
      correlation: string | null;
      errorClass: string | null;
      latenessSeconds: number | null;
      durationSeconds: number | null;
      entity: { type: string; id: string; version: string | null } | null;
      money: { amount: number; currency: string } | null;
    }>;
  };
}

export type RunRowFragment = {
  id: string;
  client: string;
  workflow: string;
  kind: RunKind;
  state: RunState;
  startedAt: string | null;
  dueAt: string | null;
  finishedAt: string | null;
  outcome: Outcome | null;
  attempts: number;
  store: string | null;
  channel: string | null;
  partner: string | null;
  change: string | null;
  correlation: string | null;
  errorClass: string | null;
  latenessSeconds: number | null;
  durationSeconds: number | null;
  entity: { type: string; id: string; version: string | null } | null;
  money: { amount: number; currency: string } | null;
};

export type StoreWallQueryVariables = Exact<{
  filter?: ScopeFilterInput | null | undefined;
}>;

export interface StoreWallQuery {
  storeWall: Array<{
    client: string;
    store: string;
    title: string;
    region: string;
    state: WallState;
    overdue: number;
    atRisk: number;
    open: number;
    exceptionsOpen: number;
    newestAt: string | null;
    reason: string;
    moneyAtRisk: Array<{ amount: number; currency: string }>;
  }>;
}

export type SavedViewsQueryVariables = Exact<{ [key: string]: never }>;

export interface SavedViewsQuery {
  savedViews: Array<{ id: string; title: string; address: string }>;
}

export type SaveViewMutationVariables = Exact<{
  title: string;
  address: string;
}>;

export interface SaveViewMutation {
  saveView:
    | { __typename: "SavedView"; id: string; title: string; address: string }
    | { __typename: "SavedViewProblem"; code: SavedViewProblemCode; message: string };
}

export type DeleteViewMutationVariables = Exact<{
  id: string;
}>;

export interface DeleteViewMutation {
  deleteView:
    | { __typename: "DeletedView"; id: string }
    | { __typename: "SavedViewProblem"; code: SavedViewProblemCode; message: string };
}

export type MetricWhyQueryVariables = Exact<{
  query: MetricWhyInput;
}>;

export interface MetricWhyQuery {
  metricWhy: {
    definitionVersion: string;
    from: string;
    to: string;
    asOf: string;
    timeZone: string;
    previousFrom: string;
    previousTo: string;
    coverage: number | null;
    freshnessSeconds: number | null;
    sql: string | null;
    metric: {
      id: string;
      title: string;
      meaning: string;
      formula: string;
      unit: string;
      better: Direction;
      decimals: number;
      emptyValue: number | null;
    };
    value: {
      metric: string;
      value: number | null;
      unit: string;
      currency: string | null;
      numerator: number | null;
      denominator: number | null;
      coverage: number | null;
      nullReason: NullReason | null;
      intervalLow: number | null;
      intervalHigh: number | null;
      learning: string | null;
      parts: Array<{ id: string; title: string; value: number | null; weight: number | null }> | null;
    } | null;
    previous: {
      metric: string;
      value: number | null;
      unit: string;
      currency: string | null;
      numerator: number | null;
      denominator: number | null;
      coverage: number | null;
      nullReason: NullReason | null;
      intervalLow: number | null;
      intervalHigh: number | null;
      learning: string | null;
      parts: Array<{ id: string; title: string; value: number | null; weight: number | null }> | null;
    } | null;
  };
}

export type MetricDriversQueryVariables = Exact<{
  query: MetricWhyInput;
}>;

export interface MetricDriversQuery {
  metricWhy: {
    explained: string;
    drivers: Array<{
      dimension: Dimension;
      groups: number;
      others: number;
      drivers: Array<{
        contribution: number;
        share: number | null;
        key: Array<{ dimension: string; id: string | null; title: string | null }>;
        current: {
          value: number | null;
          unit: string;
          currency: string | null;
          numerator: number | null;
          denominator: number | null;
        } | null;
        previous: {
          value: number | null;
          unit: string;
          currency: string | null;
          numerator: number | null;
          denominator: number | null;
        } | null;
      }>;
    }>;
  };
}

export type DriverValueFragment = {
  value: number | null;
  unit: string;
  currency: string | null;
  numerator: number | null;
  denominator: number | null;
};

export type WhyValueFragment = {
  metric: string;
  value: number | null;
  unit: string;
  currency: string | null;
  numerator: number | null;
  denominator: number | null;
  coverage: number | null;
  nullReason: NullReason | null;
  intervalLow: number | null;
  intervalHigh: number | null;
  learning: string | null;
  parts: Array<{ id: string; title: string; value: number | null; weight: number | null }> | null;
};

export type MetricRowsQueryVariables = Exact<{
  query: MetricRowsInput;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export interface MetricRowsQuery {
  metricRows: {
    nodes: Array<{
      kind: MetricRowKind;
      id: string;
      at: string;
      contribution: number;
      currency: string | null;
      client: string;
      workflow: string | null;
      run: string | null;
      source: string | null;
      store: string | null;
      channel: string | null;
      partner: string | null;
    }>;
    pageInfo: { endCursor: string | null; hasNextPage: boolean };
  };
}

export type ChangesSubscriptionVariables = Exact<{
  filter?: ScopeFilterInput | null | undefined;
}>;

export interface ChangesSubscription {
  changes: {
    at: string;
    clients: Array<string>;
    workflows: Array<string>;
    stores: Array<{ client: string; store: string }> | null;
  };
}

export type MetricCatalogQueryVariables = Exact<{ [key: string]: never }>;

export interface MetricCatalogQuery {
  metricCatalog: Array<{
    id: string;
    title: string;
    family: string;
    meaning: string;
    unit: string;
    formula: string;
    better: Direction;
    moment: Moment;
    dimensions: Array<Dimension>;
    decimals: number;
    emptyValue: number | null;
    assumptions: Array<string>;
  }>;
}

export type MetricAssumptionsQueryVariables = Exact<{ [key: string]: never }>;

export interface MetricAssumptionsQuery {
  metricAssumptions: Array<{
    name: string;
    title: string;
    unit: string;
    client: string | null;
    currency: string | null;
    low: number;
    high: number;
    note: string;
    author: string | null;
    effectiveAt: string | null;
  }>;
}

export type MetricsQueryVariables = Exact<{
  query: MetricQueryInput;
}>;

export interface MetricsQuery {
  metrics: {
    asOf: string;
    coverage: number | null;
    groups: Array<{
      key: Array<{ dimension: string; id: string | null; title: string | null }>;
      values: Array<{
        metric: string;
        value: number | null;
        unit: string;
        currency: string | null;
        numerator: number | null;
        denominator: number | null;
        coverage: number | null;
        nullReason: NullReason | null;
        previous: number | null;
      }>;
    }>;
  };
}

export type MetricSeriesQueryVariables = Exact<{
  query: MetricQueryInput;
}>;

export interface MetricSeriesQuery {
  metrics: {
    asOf: string;
    groups: Array<{
      key: Array<{ dimension: string; id: string | null }>;
      values: Array<{
        metric: string;
        unit: string;
        series: Array<{
          at: string;
          value: number | null;
          numerator: number | null;
          denominator: number | null;
          coverage: number | null;
          nullReason: NullReason | null;
          expectedLow: number | null;
          expectedHigh: number | null;
          anomalous: boolean | null;
        }> | null;
      }>;
    }>;
  };
}

export type RegistryQueryVariables = Exact<{ [key: string]: never }>;

export interface RegistryQuery {
  registry: {
    clients: Array<{ id: string; title: string; timeZone: string | null; currency: string | null }>;
    regions: Array<{ id: string; client: string; title: string }>;
    stores: Array<{ id: string; client: string; title: string; region: string }>;
    channels: Array<{ id: string; client: string; title: string }>;
    partners: Array<{ id: string; client: string; title: string; kind: string }>;
    workflows: Array<{ id: string; client: string; title: string; limitSeconds: number | null }>;
  };
}

export type MeQueryVariables = Exact<{ [key: string]: never }>;

export interface MeQuery {
  me: {
    id: string;
    name: string;
    email: string;
    role: Role;
    maySeeSql: boolean;
    tenant: { id: string; title: string; timeZone: string };
    scope: {
      clients: Array<string> | null;
      regions: Array<string> | null;
      stores: Array<string> | null;
      channels: Array<string> | null;
      partners: Array<string> | null;
    };
  } | null;
}

export type DemoPeopleQueryVariables = Exact<{ [key: string]: never }>;

export interface DemoPeopleQuery {
  demoPeople: Array<{ email: string; password: string; name: string; audience: string; sees: string }>;
}

export type SignInMutationVariables = Exact<{
  email: string;
  password: string;
}>;

export interface SignInMutation {
  signIn: { expiresAt: string };
}

export type SignOutMutationVariables = Exact<{ [key: string]: never }>;

export interface SignOutMutation {
  signOut: boolean;
}

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>["__apiType"]>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const RunRowFragmentDoc = new TypedDocumentString(
  `
    fragment RunRow on Run {
  id
  client
  workflow
  kind
  state
  startedAt
  dueAt
  finishedAt
  outcome
  attempts
  store
  channel
  partner
  change
  correlation
  errorClass
  latenessSeconds
  durationSeconds
  entity {
    type
    id
    version
  }
  money {
    amount
    currency
  }
}
    `,
  { fragmentName: "RunRow" },
) as unknown as TypedDocumentString<RunRowFragment, unknown>;
export const DriverValueFragmentDoc = new TypedDocumentString(
  `
    fragment DriverValue on MetricValue {
  value
  unit
  currency
  numerator
  denominator
}
    `,
  { fragmentName: "DriverValue" },
) as unknown as TypedDocumentString<DriverValueFragment, unknown>;
export const WhyValueFragmentDoc = new TypedDocumentString(
  `
    fragment WhyValue on MetricValue {
  metric
  value
  unit
  currency
  numerator
  denominator
  coverage
  nullReason
  intervalLow
  intervalHigh
  learning
  parts {
    id
    title
    value
    weight
  }
}
    `,
  { fragmentName: "WhyValue" },
) as unknown as TypedDocumentString<WhyValueFragment, unknown>;
export const FeedsDocument = new TypedDocumentString(`
    query Feeds($filter: ScopeFilterInput) {
  feeds(filter: $filter) {
    client
    source
    store
    channel
    partner
    state
    newestAt
    cadenceSeconds
    cadenceFrom
    silentSeconds
  }
}
    `) as unknown as TypedDocumentString<FeedsQuery, FeedsQueryVariables>;
export const WorstObligationsDocument = new TypedDocumentString(`
    query WorstObligations($filter: ScopeFilterInput, $first: Int) {
  worstObligations(filter: $filter, first: $first) {
    workflow
    client
    change
    state
    title
    detail
    runs
    stores
    expected
    oldestDueAt
    newestDueAt
    money {
      amount
      currency
    }
    sample {
      id
      client
      workflow
      store
    }
  }
}
    `) as unknown as TypedDocumentString<WorstObligationsQuery, WorstObligationsQueryVariables>;
export const RunDocument = new TypedDocumentString(`
    query Run($client: ID!, $workflow: ID!, $id: ID!) {
  run(client: $client, workflow: $workflow, id: $id) {
    ...RunRow
    workflowVersion
    target
    promise
    errorCode
    errorMessage
    superseded
    mismatchedAt
    humanTouched
    source
    attributes {
      name
      value
    }
    pauses {
      from
      to
      reason
    }
    steps {
      id
      step
      startedAt
      finishedAt
      outcome
      attempt
      from
      to
      errorClass
      errorCode
      errorMessage
      sequence
    }
    exceptions {
      id
      class
      message
      raisedAt
      resolvedAt
      cause
      resolution
      money {
        amount
        currency
      }
    }
    related(first: 20) {
      ...RunRow
    }
  }
}
    fragment RunRow on Run {
  id
  client
  workflow
  kind
  state
  startedAt
  dueAt
  finishedAt
  outcome
  attempts
  store
  channel
  partner
  change
  correlation
  errorClass
  latenessSeconds
  durationSeconds
  entity {
    type
    id
    version
  }
  money {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<RunQuery, RunQueryVariables>;
export const RunEventsDocument = new TypedDocumentString(`
    query RunEvents($client: ID!, $workflow: ID!, $id: ID!, $after: String) {
  run(client: $client, workflow: $workflow, id: $id) {
    id
    events(first: 50, after: $after) {
      nodes {
        id
        source
        kind
        time
        receivedAt
        payload
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RunEventsQuery, RunEventsQueryVariables>;
export const RunsDocument = new TypedDocumentString(`
    query Runs($filter: RunFilterInput!, $first: Int, $after: String) {
  runs(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      ...RunRow
    }
  }
}
    fragment RunRow on Run {
  id
  client
  workflow
  kind
  state
  startedAt
  dueAt
  finishedAt
  outcome
  attempts
  store
  channel
  partner
  change
  correlation
  errorClass
  latenessSeconds
  durationSeconds
  entity {
    type
    id
    version
  }
  money {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<RunsQuery, RunsQueryVariables>;
export const StoreWallDocument = new TypedDocumentString(`
    query StoreWall($filter: ScopeFilterInput) {
  storeWall(filter: $filter) {
    client
    store
    title
    region
    state
    overdue
    atRisk
    open
    exceptionsOpen
    moneyAtRisk {
      amount
      currency
    }
    newestAt
    reason
  }
}
    `) as unknown as TypedDocumentString<StoreWallQuery, StoreWallQueryVariables>;
export const SavedViewsDocument = new TypedDocumentString(`
    query SavedViews {
  savedViews {
    id
    title
    address
  }
}
    `) as unknown as TypedDocumentString<SavedViewsQuery, SavedViewsQueryVariables>;
export const SaveViewDocument = new TypedDocumentString(`
    mutation SaveView($title: String!, $address: String!) {
  saveView(title: $title, address: $address) {
    __typename
    ... on SavedView {
      id
      title
      address
    }
    ... on SavedViewProblem {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveViewMutation, SaveViewMutationVariables>;
export const DeleteViewDocument = new TypedDocumentString(`
    mutation DeleteView($id: ID!) {
  deleteView(id: $id) {
    __typename
    ... on DeletedView {
      id
    }
    ... on SavedViewProblem {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteViewMutation, DeleteViewMutationVariables>;
export const MetricWhyDocument = new TypedDocumentString(`
    query MetricWhy($query: MetricWhyInput!) {
  metricWhy(query: $query) {
    metric {
      id
      title
      meaning
      formula
      unit
      better
      decimals
      emptyValue
    }
    definitionVersion
    from
    to
    asOf
    timeZone
    previousFrom
    previousTo
    value {
      ...WhyValue
    }
    previous {
      ...WhyValue
    }
    coverage
    freshnessSeconds
    sql
  }
}
    fragment WhyValue on MetricValue {
  metric
  value
  unit
  currency
  numerator
  denominator
  coverage
  nullReason
  intervalLow
  intervalHigh
  learning
  parts {
    id
    title
    value
    weight
  }
}`) as unknown as TypedDocumentString<MetricWhyQuery, MetricWhyQueryVariables>;
export const MetricDriversDocument = new TypedDocumentString(`
    query MetricDrivers($query: MetricWhyInput!) {
  metricWhy(query: $query) {
    explained
    drivers {
      dimension
      groups
      others
      drivers {
        key {
          dimension
          id
          title
        }
        contribution
        share
        current {
          ...DriverValue
        }
        previous {
          ...DriverValue
        }
      }
    }
  }
}
    fragment DriverValue on MetricValue {
  value
  unit
  currency
  numerator
  denominator
}`) as unknown as TypedDocumentString<MetricDriversQuery, MetricDriversQueryVariables>;
export const MetricRowsDocument = new TypedDocumentString(`
    query MetricRows($query: MetricRowsInput!, $first: Int, $after: String) {
  metricRows(query: $query, first: $first, after: $after) {
    nodes {
      kind
      id
      at
      contribution
      currency
      client
      workflow
      run
      source
      store
      channel
      partner
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<MetricRowsQuery, MetricRowsQueryVariables>;
export const ChangesDocument = new TypedDocumentString(`
    subscription Changes($filter: ScopeFilterInput) {
  changes(filter: $filter) {
    at
    clients
    workflows
    stores {
      client
      store
    }
  }
}
    `) as unknown as TypedDocumentString<ChangesSubscription, ChangesSubscriptionVariables>;
export const MetricCatalogDocument = new TypedDocumentString(`
    query MetricCatalog {
  metricCatalog {
    id
    title
    family
    meaning
    unit
    formula
    better
    moment
    dimensions
    decimals
    emptyValue
    assumptions
  }
}
    `) as unknown as TypedDocumentString<MetricCatalogQuery, MetricCatalogQueryVariables>;
export const MetricAssumptionsDocument = new TypedDocumentString(`
    query MetricAssumptions {
  metricAssumptions {
    name
    title
    unit
    client
    currency
    low
    high
    note
    author
    effectiveAt
  }
}
    `) as unknown as TypedDocumentString<MetricAssumptionsQuery, MetricAssumptionsQueryVariables>;
export const MetricsDocument = new TypedDocumentString(`
    query Metrics($query: MetricQueryInput!) {
  metrics(query: $query) {
    asOf
    coverage
    groups {
      key {
        dimension
        id
        title
      }
      values {
        metric
        value
        unit
        currency
        numerator
        denominator
        coverage
        nullReason
        previous
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MetricsQuery, MetricsQueryVariables>;
export const MetricSeriesDocument = new TypedDocumentString(`
    query MetricSeries($query: MetricQueryInput!) {
  metrics(query: $query) {
    asOf
    groups {
      key {
        dimension
        id
      }
      values {
        metric
        unit
        series {
          at
          value
          numerator
          denominator
          coverage
          nullReason
          expectedLow
          expectedHigh
          anomalous
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MetricSeriesQuery, MetricSeriesQueryVariables>;
export const RegistryDocument = new TypedDocumentString(`
    query Registry {
  registry {
    clients {
      id
      title
      timeZone
      currency
    }
    regions {
      id
      client
      title
    }
    stores {
      id
      client
      title
      region
    }
    channels {
      id
      client
      title
    }
    partners {
      id
      client
      title
      kind
    }
    workflows {
      id
      client
      title
      limitSeconds
    }
  }
}
    `) as unknown as TypedDocumentString<RegistryQuery, RegistryQueryVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    id
    name
    email
    role
    maySeeSql
    tenant {
      id
      title
      timeZone
    }
    scope {
      clients
      regions
      stores
      channels
      partners
    }
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const DemoPeopleDocument = new TypedDocumentString(`
    query DemoPeople {
  demoPeople {
    email
    password
    name
    audience
    sees
  }
}
    `) as unknown as TypedDocumentString<DemoPeopleQuery, DemoPeopleQueryVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($email: String!, $password: String!) {
  signIn(email: $email, password: $password) {
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
