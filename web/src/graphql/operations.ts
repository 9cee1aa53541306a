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

export type GateState = "GREEN" | "LATE" | "RED" | "WAITING";

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

export type PromotionState = "BLOCKED" | "LATE" | "LIVE" | "PLANNED" | "ROLLING_OUT";

export type PromotionTargetState = "FAILED" | "LIVE" | "OPEN" | "OUTDATED";

export type RankOrder = "BEST_FIRST" | "WORST_FIRST";

export type ReportFormat = "CSV" | "PDF";

export type ReportState = "CANCELLED" | "DONE" | "FAILED" | "QUEUED" | "RUNNING";

export interface RequestReportInput {
  /** Whose quarters are meant; GREGORIAN unless told. */
  calendar?: PeriodCalendar | null | undefined;
  client: string;
  /** Both unless told. */
  formats?: Array<ReportFormat> | null | undefined;
  from?: string | null | undefined;
  /** Such as 2026-Q3, instead of from and to. */
  quarter?: string | null | undefined;
  /** IANA; the client's unless told. */
  timeZone?: string | null | undefined;
  /** Exclusive. */
  to?: string | null | undefined;
}

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

export type BrandingQueryVariables = Exact<{ [key: string]: never }>;

export interface BrandingQuery {
  branding: {
    productName: string;
    signInWords: string;
    colour: string;
    colourDark: string;
    logo: string | null;
    icon: string | null;
  };
}

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

export type FirstStepsQueryVariables = Exact<{ [key: string]: never }>;

export interface FirstStepsQuery {
  firstSteps: { hasEvents: boolean; hasRejected: boolean; ingestPort: number };
}

export type CreateFirstKeyMutationVariables = Exact<{
  title: string;
}>;

export interface CreateFirstKeyMutation {
  createIngestKey:
    { __typename: "IngestKeyRefused"; message: string } | { __typename: "IngestKeySecret"; secret: string };
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

export type PromotionPartsFragment = {
  client: string;
  change: string;
  workflow: string | null;
  title: string;
  version: string | null;
  state: PromotionState;
  publishedAt: string | null;
  startsAt: string | null;
  planned: number;
  live: number;
  failed: number;
  action: string;
  gates: Array<{
    client: string;
    workflow: string;
    run: string;
    kind: string;
    title: string;
    state: GateState;
    dueAt: string | null;
    finishedAt: string | null;
  }>;
  missing: Array<{
    title: string;
    run: string;
    store: string | null;
    state: PromotionTargetState;
    isLate: boolean;
    error: string | null;
  }>;
  money: Array<{ amount: number; currency: string }>;
};

export type PromotionsQueryVariables = Exact<{
  filter?: ScopeFilterInput | null | undefined;
}>;

export interface PromotionsQuery {
  promotions: Array<{
    client: string;
    change: string;
    workflow: string | null;
    title: string;
    version: string | null;
    state: PromotionState;
    publishedAt: string | null;
    startsAt: string | null;
    planned: number;
    live: number;
    failed: number;
    action: string;
    gates: Array<{
      client: string;
      workflow: string;
      run: string;
      kind: string;
      title: string;
      state: GateState;
      dueAt: string | null;
      finishedAt: string | null;
    }>;
    missing: Array<{
      title: string;
      run: string;
      store: string | null;
      state: PromotionTargetState;
      isLate: boolean;
      error: string | null;
    }>;
    money: Array<{ amount: number; currency: string }>;
  }>;
}

export type PromotionQueryVariables = Exact<{
  client: string;
  change: string;
}>;

export interface PromotionQuery {
  promotion: {
    promotion: {
      client: string;
      change: string;
      workflow: string | null;
      title: string;
      version: string | null;
      state: PromotionState;
      publishedAt: string | null;
      startsAt: string | null;
      planned: number;
      live: number;
      failed: number;
      action: string;
      gates: Array<{
        client: string;
        workflow: string;
        run: string;
        kind: string;
        title: string;
        state: GateState;
        dueAt: string | null;
        finishedAt: string | null;
      }>;
      missing: Array<{
        title: string;
        run: string;
        store: string | null;
        state: PromotionTargetState;
        isLate: boolean;
        error: string | null;
      }>;
      money: Array<{ amount: number; currency: string }>;
    };
    targets: Array<{
      title: string;
      run: string;
      store: string | null;
      state: PromotionTargetState;
      isLate: boolean;
      finishedAt: string | null;
      error: string | null;
    }>;
  } | null;
}

export type ReportPartsFragment = {
  id: string;
  client: string;
  clientTitle: string;
  quarter: string | null;
  from: string;
  to: string;
  timeZone: string;
  calendar: PeriodCalendar;
  formats: Array<ReportFormat>;
  state: ReportState;
  progress: number;
  step: string | null;
  error: string | null;
  requestedBy: string;
  requestedAt: string;
  endedAt: string | null;
  asOf: string | null;
  mayCancel: boolean;
  files: Array<{ name: string; format: ReportFormat; size: number; sha256: string; path: string }>;
};

export type ReportsQueryVariables = Exact<{
  client?: string | null | undefined;
}>;

export interface ReportsQuery {
  reports: Array<{
    id: string;
    client: string;
    clientTitle: string;
    quarter: string | null;
    from: string;
    to: string;
    timeZone: string;
    calendar: PeriodCalendar;
    formats: Array<ReportFormat>;
    state: ReportState;
    progress: number;
    step: string | null;
    error: string | null;
    requestedBy: string;
    requestedAt: string;
    endedAt: string | null;
    asOf: string | null;
    mayCancel: boolean;
    files: Array<{ name: string; format: ReportFormat; size: number; sha256: string; path: string }>;
  }>;
}

export type ReportRestatementQueryVariables = Exact<{
  id: string;
}>;

export interface ReportRestatementQuery {
  reportRestatement:
    | { __typename: "ReportRefused"; message: string }
    | {
        __typename: "ReportRestatement";
        asOf: string;
        count: number;
        changes: Array<{
          section: string;
          item: string;
          metric: string;
          metricTitle: string;
          unit: string;
          currency: string | null;
          at: string | null;
          reported: number | null;
          current: number | null;
        }>;
      };
}

export type RequestReportMutationVariables = Exact<{
  input: RequestReportInput;
}>;

export interface RequestReportMutation {
  requestReport:
    | {
        __typename: "Report";
        id: string;
        client: string;
        clientTitle: string;
        quarter: string | null;
        from: string;
        to: string;
        timeZone: string;
        calendar: PeriodCalendar;
        formats: Array<ReportFormat>;
        state: ReportState;
        progress: number;
        step: string | null;
        error: string | null;
        requestedBy: string;
        requestedAt: string;
        endedAt: string | null;
        asOf: string | null;
        mayCancel: boolean;
        files: Array<{ name: string; format: ReportFormat; size: number; sha256: string; path: string }>;
      }
    | { __typename: "ReportRefused"; message: string; field: string | null };
}

export type CancelReportMutationVariables = Exact<{
  id: string;
}>;

export interface CancelReportMutation {
  cancelReport: { __typename: "Report" } | { __typename: "ReportRefused"; message: string };
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
    meaning: string;
    unit: string;
    formula: string;
    better: Direction;
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
export const PromotionPartsFragmentDoc = new TypedDocumentString(
  `
    fragment PromotionParts on Promotion {
  client
  change
  workflow
  title
  version
  state
  publishedAt
  startsAt
  planned
  live
  failed
  action
  gates {
    client
    workflow
    run
    kind
    title
    state
    dueAt
    finishedAt
  }
  missing {
    title
    run
    store
    state
    isLate
    error
  }
  money {
    amount
    currency
  }
}
    `,
  { fragmentName: "PromotionParts" },
) as unknown as TypedDocumentString<PromotionPartsFragment, unknown>;
export const ReportPartsFragmentDoc = new TypedDocumentString(
  `
    fragment ReportParts on Report {
  id
  client
  clientTitle
  quarter
  from
  to
  timeZone
  calendar
  formats
  state
  progress
  step
  error
  requestedBy
  requestedAt
  endedAt
  asOf
  mayCancel
  files {
    name
    format
    size
    sha256
    path
  }
}
    `,
  { fragmentName: "ReportParts" },
) as unknown as TypedDocumentString<ReportPartsFragment, unknown>;
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
export const BrandingDocument = new TypedDocumentString(`
    query Branding {
  branding {
    productName
    signInWords
    colour
    colourDark
    logo
    icon
  }
}
    `) as unknown as TypedDocumentString<BrandingQuery, BrandingQueryVariables>;
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
export const FirstStepsDocument = new TypedDocumentString(`
    query FirstSteps {
  firstSteps {
    hasEvents
    hasRejected
    ingestPort
  }
}
    `) as unknown as TypedDocumentString<FirstStepsQuery, FirstStepsQueryVariables>;
export const CreateFirstKeyDocument = new TypedDocumentString(`
    mutation CreateFirstKey($title: String!) {
  createIngestKey(input: {title: $title}) {
    __typename
    ... on IngestKeySecret {
      secret
    }
    ... on IngestKeyRefused {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreateFirstKeyMutation, CreateFirstKeyMutationVariables>;
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
export const PromotionsDocument = new TypedDocumentString(`
    query Promotions($filter: ScopeFilterInput) {
  promotions(filter: $filter) {
    ...PromotionParts
  }
}
    fragment PromotionParts on Promotion {
  client
  change
  workflow
  title
  version
  state
  publishedAt
  startsAt
  planned
  live
  failed
  action
  gates {
    client
    workflow
    run
    kind
    title
    state
    dueAt
    finishedAt
  }
  missing {
    title
    run
    store
    state
    isLate
    error
  }
  money {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<PromotionsQuery, PromotionsQueryVariables>;
export const PromotionDocument = new TypedDocumentString(`
    query Promotion($client: ID!, $change: ID!) {
  promotion(client: $client, change: $change) {
    promotion {
      ...PromotionParts
    }
    targets {
      title
      run
      store
      state
      isLate
      finishedAt
      error
    }
  }
}
    fragment PromotionParts on Promotion {
  client
  change
  workflow
  title
  version
  state
  publishedAt
  startsAt
  planned
  live
  failed
  action
  gates {
    client
    workflow
    run
    kind
    title
    state
    dueAt
    finishedAt
  }
  missing {
    title
    run
    store
    state
    isLate
    error
  }
  money {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<PromotionQuery, PromotionQueryVariables>;
export const ReportsDocument = new TypedDocumentString(`
    query Reports($client: ID) {
  reports(client: $client) {
    ...ReportParts
  }
}
    fragment ReportParts on Report {
  id
  client
  clientTitle
  quarter
  from
  to
  timeZone
  calendar
  formats
  state
  progress
  step
  error
  requestedBy
  requestedAt
  endedAt
  asOf
  mayCancel
  files {
    name
    format
    size
    sha256
    path
  }
}`) as unknown as TypedDocumentString<ReportsQuery, ReportsQueryVariables>;
export const ReportRestatementDocument = new TypedDocumentString(`
    query ReportRestatement($id: ID!) {
  reportRestatement(id: $id) {
    __typename
    ... on ReportRestatement {
      asOf
      count
      changes {
        section
        item
        metric
        metricTitle
        unit
        currency
        at
        reported
        current
      }
    }
    ... on ReportRefused {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReportRestatementQuery, ReportRestatementQueryVariables>;
export const RequestReportDocument = new TypedDocumentString(`
    mutation RequestReport($input: RequestReportInput!) {
  requestReport(input: $input) {
    __typename
    ... on Report {
      ...ReportParts
    }
    ... on ReportRefused {
      message
      field
    }
  }
}
    fragment ReportParts on Report {
  id
  client
  clientTitle
  quarter
  from
  to
  timeZone
  calendar
  formats
  state
  progress
  step
  error
  requestedBy
  requestedAt
  endedAt
  asOf
  mayCancel
  files {
    name
    format
    size
    sha256
    path
  }
}`) as unknown as TypedDocumentString<RequestReportMutation, RequestReportMutationVariables>;
export const CancelReportDocument = new TypedDocumentString(`
    mutation CancelReport($id: ID!) {
  cancelReport(id: $id) {
    __typename
    ... on ReportRefused {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CancelReportMutation, CancelReportMutationVariables>;
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
    meaning
    unit
    formula
    better
  }
}
    `) as unknown as TypedDocumentString<MetricCatalogQuery, MetricCatalogQueryVariables>;
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
