/* Generated from server/schema.graphql by "npm run generate -w web". */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
import type { DocumentTypeDecoration } from "@graphql-typed-document-node/core";
export interface AlertContactEditInput {
  /** Administrators only. */
  isFallback?: boolean | null | undefined;
  mode: ContactMode;
  title: string;
}

export interface AlertContactInput {
  /** An address of mail, or of the web. */
  address?: string | null | undefined;
  /** Administrators only. */
  isFallback?: boolean | null | undefined;
  kind: ContactKind;
  mode?: ContactMode | null | undefined;
  /** Of PagerDuty: 32 letters and digits. */
  routingKey?: string | null | undefined;
  title: string;
}

export interface AlertEscalationPolicyInput {
  /** null = of any client. */
  client?: string | null | undefined;
  /** The version it replaces; 0 = it is new. */
  expectedVersion: number;
  /** Lower-case words joined by hyphens. */
  id: string;
  /** 0 to 3; 0 unless told. */
  loops?: number | null | undefined;
  /** Such as system="erp"; none = everything. */
  matchers?: Array<string> | null | undefined;
  /** CRITICAL unless told. */
  severities?: Array<NotificationSeverity> | null | undefined;
  steps: Array<AlertEscalationStepInput>;
  title: string;
}

export interface AlertEscalationStepInput {
  afterMinutes: number;
  contacts: Array<string>;
  repeats?: boolean | null | undefined;
}

export type AlertIncidentStatus = "ACKNOWLEDGED" | "OPEN" | "RESOLVED";

export interface AlertInhibitionInput {
  equal?: Array<string> | null | undefined;
  /** The inhibition that it replaces. */
  id?: string | null | undefined;
  /** Such as rule="erp-down". */
  source: Array<string>;
  /** Such as system="erp" and rule!="erp-down". */
  target: Array<string>;
  title: string;
}

export type AlertKind =
  "ANOMALY" | "BURN" | "CHANGE" | "FRESHNESS" | "NO_DATA" | "OBLIGATIONS" | "READINESS" | "THRESHOLD";

export type AlertOutcome = "CLEAR" | "ERROR" | "HOLD" | "MATCH" | "MISSING";

export type AlertProblemCode =
  | "ALREADY_RESOLVED"
  | "INVALID_NOTE"
  | "INVALID_RANGE"
  | "INVALID_RULE"
  | "INVALID_UNTIL"
  | "NOT_FOUND"
  | "STALE_VERSION"
  | "UNKNOWN_PERSON";

export type AlertRuleHealth = "ERROR" | "LIMIT" | "OK" | "PAUSED" | "WAITING";

export type AlertSeverity = "CRITICAL" | "INFO" | "WARNING";

export interface AlertSilenceInput {
  comment: string;
  endsAt: string;
  /** At least one that names a label which must be there, such as store="s1". */
  matchers: Array<string>;
  /** The silence that it replaces, which ends now. */
  replaces?: string | null | undefined;
  /** Now unless told. */
  startsAt?: string | null | undefined;
}

export interface AlertSubscriptionInput {
  /** CRITICAL unless told. */
  bypass?: Array<NotificationSeverity> | null | undefined;
  channel?: string | null | undefined;
  client?: string | null | undefined;
  contact: string;
  /** Further labels that make groups of their own. */
  groupBy?: Array<string> | null | undefined;
  /** The subscription that it replaces. */
  id?: string | null | undefined;
  intervalSeconds?: number | null | undefined;
  matchers?: Array<string> | null | undefined;
  partner?: string | null | undefined;
  quietHours?: QuietHoursInput | null | undefined;
  repeatSeconds?: number | null | undefined;
  rules?: Array<string> | null | undefined;
  severities?: Array<NotificationSeverity> | null | undefined;
  store?: string | null | undefined;
  waitSeconds?: number | null | undefined;
}

export type AlertTemplateCase =
  "FIRED" | "GROUP_OF_1" | "GROUP_OF_50" | "INCIDENT" | "NO_DATA" | "RESOLVED" | "RIGHT_TO_LEFT" | "UNICODE";

export interface AlertTemplateDraftInput {
  /** An incident to try it on, too. */
  incident?: string | null | undefined;
  medium: AlertTemplateMedium;
  text: string;
  title: string;
}

export type AlertTemplateFaultCode =
  | "CUT"
  | "EMPTY"
  | "NOT_ALLOWED"
  | "NOT_CLOSED"
  | "TOO_DEEP"
  | "TOO_LARGE"
  | "TOO_LONG"
  | "TOO_MUCH_WORK"
  | "UNKNOWN_VARIABLE"
  | "WRONG_PLACE";

export type AlertTemplateField = "TEXT" | "TITLE";

export interface AlertTemplateInput {
  /** The version it replaces; 0 = it is new. */
  expectedVersion: number;
  /** null = a new one. */
  id?: string | null | undefined;
  /** Of a template that is there it cannot be changed. */
  medium: AlertTemplateMedium;
  name: string;
  text: string;
  title: string;
}

export type AlertTemplateMedium = "CHAT" | "MAIL" | "ON_CALL";

export type AlertTemplateVariableKind = "FLAG" | "GROUP" | "LIST" | "TEXT";

export type AlertTemplateVariableOf = "FACT" | "INCIDENT" | "MESSAGE";

export type AnnotationKind = "CORRECTION" | "INCIDENT" | "PROMOTION" | "RELEASE";

export interface AttributeFilterInput {
  name: string;
  value: string;
}

export type Audience = "CHANNEL" | "EVERYONE" | "EXECUTIVE" | "OPERATIONS" | "PARTNER" | "SERVICE_PROVIDER" | "STORE";

export interface BrandingInput {
  /** #rrggbb; its contrast on white must be at least 4.5. */
  colour: string;
  /** #rrggbb for dark ground; `colour` lightened unless told. */
  colourDark?: string | null | undefined;
  host?: string | null | undefined;
  /** The same, for the tab of the browser. */
  icon?: string | null | undefined;
  /** An SVG that only draws, or a PNG, as a data URL of at most 64 KiB. */
  logo?: string | null | undefined;
  productName: string;
  /** The product's name unless told. */
  senderName?: string | null | undefined;
  signInWords?: string | null | undefined;
}

export type CadenceFrom = "DECLARED" | "DEFAULT" | "HEARTBEAT" | "LEARNED";

export type Comparison = "PREVIOUS_PERIOD" | "SAME_PERIOD_LAST_YEAR";

export type ContactKind = "EMAIL" | "PAGERDUTY" | "SLACK" | "TEAMS" | "WEBHOOK";

export type ContactMode = "EVENT" | "GROUPED";

export type DashboardComparison = "BOTH" | "LAST_YEAR" | "NONE" | "PREVIOUS";

export type DashboardHeadline = "KPIS" | "NEEDS" | "PLACE" | "TITLE";

export type DashboardProblemCode =
  "ALREADY_THERE" | "INVALID" | "NOT_ALLOWED" | "NOT_FOUND" | "STALE_VERSION" | "TOO_MANY";

export type DashboardVariableName = "CHANNEL" | "CLIENT" | "PARTNER" | "REGION" | "STORE" | "WORKFLOW";

export type DeliveryState = "CANCELLED" | "DEAD" | "DELIVERED" | "PENDING" | "SENDING";

export type DeviationKind = "EXTRA" | "MISSING" | "OUT_OF_ORDER" | "REPEATED";

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

export interface ExceptionFilterInput {
  /** Raised from then on; where resolved ones are wanted, 30 days before `to` unless told. */
  from?: string | null | undefined;
  /** SEVERITY unless told. */
  orderBy?: ExceptionOrder | null | undefined;
  scope?: ScopeFilterInput | null | undefined;
  /** The beginning of the id of an exception, its run or its entity, or a part of its message. */
  search?: string | null | undefined;
  /** Open ones unless told. */
  states?: Array<ExceptionState> | null | undefined;
  to?: string | null | undefined;
}

export type ExceptionOrder = "MONEY" | "NEWEST" | "OLDEST" | "SEVERITY";

export type ExceptionState = "OPEN" | "RESOLVED";

export type FeedState = "LATE" | "NEVER_SEEN" | "OK" | "STALE";

export type GateState = "GREEN" | "LATE" | "RED" | "WAITING";

export type Granularity =
  "DAY" | "FIFTEEN_MINUTES" | "FIVE_MINUTES" | "HOUR" | "MINUTE" | "MONTH" | "QUARTER" | "WEEK" | "YEAR";

export interface IncidentFilterInput {
  /** What was going on at any time of [from, to). */
  from?: string | null | undefined;
  /** Leaves out what stands under a cause that is in the answer. */
  isGrouped?: boolean;
  owner?: string | null | undefined;
  /** Only what this incident is held to be the cause of. */
  parent?: string | null | undefined;
  /** Only what is of exactly this client, store, ... */
  place?: IncidentPlaceInput | null | undefined;
  rules?: Array<string> | null | undefined;
  /** Clients, regions, stores, channels, partners, workflows, sources, changes; the others narrow nothing. */
  scope?: ScopeFilterInput | null | undefined;
  /** Words of the title, the rule or a label; all of them. */
  search?: string | null | undefined;
  severities?: Array<AlertSeverity> | null | undefined;
  statuses?: Array<AlertIncidentStatus> | null | undefined;
  to?: string | null | undefined;
}

export type IncidentOrder = "NEWEST" | "WORST";

export interface IncidentPlaceInput {
  channel?: string | null | undefined;
  client?: string | null | undefined;
  partner?: string | null | undefined;
  store?: string | null | undefined;
}

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
  /** Whose periods the range is compared by; GREGORIAN unless told. */
  calendar?: PeriodCalendar | null | undefined;
  /** PREVIOUS_PERIOD unless told. */
  compareTo?: Comparison | null | undefined;
  /** Of money: the currency that is meant; the one with the largest amount unless told. */
  currency?: string | null | undefined;
  /** In which dimensions drivers are looked for; all that the metric has unless told. */
  dimensions?: Array<Dimension> | null | undefined;
  filter?: ScopeFilterInput | null | undefined;
  from: string;
  metric: string;
  timeZone?: string | null | undefined;
  to: string;
}

export type Moment = "DECIDED" | "DUE" | "FINISHED" | "INSTANT" | "RECORDED" | "STARTED";

export type NoConformanceReason = "DECLARED_DIFFERENTLY" | "NOT_DECLARED";

export type NotificationDisposition =
  | "CLOSED_DURING_DOWNTIME"
  | "CONTACT_DISABLED"
  | "DEAD_LETTERED"
  | "DELIVERED"
  | "FLAP_COLLAPSED"
  | "INHIBITED"
  | "NO_PERMISSION"
  | "QUIET_DIGEST"
  | "RESOLVED_BEFORE_NOTIFY"
  | "SILENCED"
  | "STORM_DIGEST"
  | "SUPERSEDED";

export type NotificationProblemCode =
  | "CHANGED_MEANWHILE"
  | "COMMENT_MISSING"
  | "INVALID_FILTER"
  | "INVALID_OPTIONS"
  | "INVALID_STEPS"
  | "INVALID_TARGET"
  | "INVALID_TEMPLATE"
  | "INVALID_TIME"
  | "INVALID_TITLE"
  | "NOT_CONFIRMED"
  | "NOT_ENDED"
  | "NOT_FOUND"
  | "NO_MAIL_SERVER"
  | "NO_SECRET_KEY"
  | "TOO_MANY"
  | "WIDER_THAN_SCOPE"
  | "WOULD_MUTE_ITSELF";

export type NotificationSeverity = "CRITICAL" | "INFO" | "WARNING";

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

export type PanelKind =
  | "ALERTS"
  | "BAR"
  | "DRIVERS"
  | "EVIDENCE"
  | "EXCEPTIONS"
  | "FEEDS"
  | "FUNNEL"
  | "HEAT_TABLE"
  | "KPI"
  | "NEEDS"
  | "PARETO"
  | "PEERS"
  | "RANKING"
  | "RUNS"
  | "STORE_FIGURES"
  | "STORE_LIST"
  | "STORE_WALL"
  | "TABLE"
  | "TEXT"
  | "TIME_SERIES"
  | "TREND"
  | "WORKFLOWS";

export type PanelOrder = "BEST" | "LARGEST" | "SMALLEST" | "WORST";

export type PanelPage = "CHANNEL" | "CLIENT" | "PARTNER" | "RUNS" | "STORE";

export type PeerDimension = "CHANNEL" | "PARTNER" | "STORE";

export type PeriodCalendar = "GREGORIAN" | "RETAIL";

export type PromotionState = "BLOCKED" | "LATE" | "LIVE" | "PLANNED" | "ROLLING_OUT";

export type PromotionTargetState = "FAILED" | "LIVE" | "OPEN" | "OUTDATED";

export interface QuietHoursInput {
  windows: Array<QuietWindowInput>;
  zone: string;
}

export interface QuietWindowInput {
  days: Array<number>;
  end: string;
  start: string;
}

export type RankOrder = "BEST_FIRST" | "WORST_FIRST";

export interface RejectedEventFilterInput {
  /** 30 days before `to` unless told. */
  from?: string | null | undefined;
  reasons?: Array<RejectionReason> | null | undefined;
  scope?: ScopeFilterInput | null | undefined;
  /** Exclusive; now unless told. */
  to?: string | null | undefined;
}

export type RejectionReason =
  | "CLIENT_NOT_ALLOWED"
  | "KIND_NOT_ALLOWED"
  | "MALFORMED"
  | "MAPPING_FAILED"
  | "MISSING_FIELD"
  | "TIME_IN_FUTURE"
  | "TOO_LONG"
  | "TOO_MANY_TARGETS"
  | "TOO_OLD"
  | "UNKNOWN_KIND"
  | "VALUE_OUT_OF_RANGE"
  | "WRONG_TYPE";

export type ReplayRefusalReason = "ENDED" | "INVALID" | "NOT_FOUND" | "TOO_MANY";

export type ReplayState = "CANCELLED" | "DONE" | "FAILED" | "QUEUED" | "RUNNING";

export type ReplayTime = "EVENT_TIME" | "RECEIVED_AT";

export type ReplayWhat = "RANGE" | "REJECTED";

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

export interface RunEdgeInput {
  from: string;
  to: string;
}

export type RunFacetName =
  "CHANNEL" | "ERROR_CLASS" | "OUTCOME" | "PARTNER" | "STATE" | "STORE" | "WORKFLOW" | "WORKFLOW_VERSION";

export interface RunFilterInput {
  change?: string | null | undefined;
  correlation?: string | null | undefined;
  entityId?: string | null | undefined;
  from?: string | null | undefined;
  /** Exclusive. */
  maxSeconds?: number | null | undefined;
  /** Took at least so long, or has been open for so long. */
  minSeconds?: number | null | undefined;
  orderBy?: RunOrder | null | undefined;
  /** The range is then on the end of a run. */
  path?: RunPathInput | null | undefined;
  scope?: ScopeFilterInput | null | undefined;
  /** The beginning of an id of run, correlation, entity or change, or the whole value of an attribute, such as a sku. */
  search?: string | null | undefined;
  states?: Array<RunState> | null | undefined;
  to?: string | null | undefined;
  workflowVersions?: Array<string> | null | undefined;
}

export type RunKind = "APPROVAL" | "TASK" | "WORKFLOW";

export type RunOrder = "LONGEST" | "MONEY" | "NEWEST" | "OLDEST_DUE";

export interface RunPathInput {
  /** The second directly followed the first. */
  edge?: RunEdgeInput | null | undefined;
  /** A step that was done. */
  has?: string | null | undefined;
  /** A step that was not done. */
  lacks?: string | null | undefined;
  /** Whether equal steps in a row count as one. */
  mergeRepeats?: boolean | null | undefined;
  /** A step that was done more than once. */
  repeats?: string | null | undefined;
  /** All steps in their order, at most 200; empty = none. */
  steps?: Array<string> | null | undefined;
  workflow: string;
}

export type RunRelation = "CHILD" | "PARENT" | "SAME_CHANGE" | "SAME_CORRELATION" | "SAME_ENTITY" | "SAME_ID";

export type RunState = "AT_RISK" | "FINISHED" | "OPEN" | "OVERDUE";

export interface SaveDashboardInput {
  /** The version that was changed; 0 for a new dashboard. */
  expectedVersion: number;
  /** The definition in YAML; it names its id. */
  text: string;
}

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

export type SeverityPartName = "AGE" | "COMPLIANCE" | "MONEY" | "PARTNER";

export type SortOrder = "ASCENDING" | "DESCENDING";

export interface StartReplayInput {
  /** Which instant lies in the range; EVENT_TIME of a range and RECEIVED_AT of refused events unless told. */
  by?: ReplayTime | null | undefined;
  clients?: Array<string> | null | undefined;
  /** Needed for a range. */
  from?: string | null | undefined;
  /** Takes refused events that are older than 400 days. */
  isBackfill?: boolean | null | undefined;
  /** Of refused events only. */
  reasons?: Array<RejectionReason> | null | undefined;
  sources?: Array<string> | null | undefined;
  /** Exclusive; needed for a range. */
  to?: string | null | undefined;
  what: ReplayWhat;
}

export type StepStatus = "DONE" | "EXTRA" | "MISSING" | "OUT_OF_ORDER" | "PENDING" | "REPEATED" | "SKIPPED";

export type WallState = "AT_RISK" | "LATE" | "NO_DATA" | "OK";

export type ContactPartsFragment = {
  id: string;
  title: string;
  kind: ContactKind;
  mode: ContactMode;
  hint: string;
  owner: string;
  ownerName: string;
  isEditable: boolean;
  isEnabled: boolean;
  isConfirmed: boolean;
  isFallback: boolean;
  trouble: string | null;
  createdAt: string;
};

export type SubscriptionPartsFragment = {
  id: string;
  contact: string;
  client: string;
  channel: string;
  store: string;
  partner: string;
  rules: Array<string> | null;
  severities: Array<NotificationSeverity> | null;
  matchers: Array<string>;
  bypass: Array<NotificationSeverity>;
  groupBy: Array<string>;
  waitSeconds: number | null;
  intervalSeconds: number | null;
  repeatSeconds: number | null;
  pausedUntil: string | null;
  quietHours: { zone: string; windows: Array<{ days: Array<number>; start: string; end: string }> } | null;
};

export type AlertContactsQueryVariables = Exact<{ [key: string]: never }>;

export interface AlertContactsQuery {
  alertContacts: Array<{
    id: string;
    title: string;
    kind: ContactKind;
    mode: ContactMode;
    hint: string;
    owner: string;
    ownerName: string;
    isEditable: boolean;
    isEnabled: boolean;
    isConfirmed: boolean;
    isFallback: boolean;
    trouble: string | null;
    createdAt: string;
  }>;
  alertSubscriptions: Array<{
    id: string;
    contact: string;
    client: string;
    channel: string;
    store: string;
    partner: string;
    rules: Array<string> | null;
    severities: Array<NotificationSeverity> | null;
    matchers: Array<string>;
    bypass: Array<NotificationSeverity>;
    groupBy: Array<string>;
    waitSeconds: number | null;
    intervalSeconds: number | null;
    repeatSeconds: number | null;
    pausedUntil: string | null;
    quietHours: { zone: string; windows: Array<{ days: Array<number>; start: string; end: string }> } | null;
  }>;
  alertAudienceGaps: Array<{ client: string; isPartly: boolean }>;
}

export type CreateAlertContactMutationVariables = Exact<{
  input: AlertContactInput;
}>;

export interface CreateAlertContactMutation {
  createAlertContact:
    | { __typename: "NotificationProblem"; message: string }
    | {
        __typename: "SavedContact";
        secret: string | null;
        contact: {
          id: string;
          title: string;
          kind: ContactKind;
          mode: ContactMode;
          hint: string;
          owner: string;
          ownerName: string;
          isEditable: boolean;
          isEnabled: boolean;
          isConfirmed: boolean;
          isFallback: boolean;
          trouble: string | null;
          createdAt: string;
        };
      };
}

export type ChangeAlertContactMutationVariables = Exact<{
  id: string;
  input: AlertContactEditInput;
}>;

export interface ChangeAlertContactMutation {
  changeAlertContact: { __typename: "NotificationProblem"; message: string } | { __typename: "SavedContact" };
}

export type SetAlertContactEnabledMutationVariables = Exact<{
  id: string;
  isEnabled: boolean;
}>;

export interface SetAlertContactEnabledMutation {
  setAlertContactEnabled: { __typename: "NotificationProblem"; message: string } | { __typename: "SavedContact" };
}

export type RotateAlertContactSecretMutationVariables = Exact<{
  id: string;
  overlapDays?: number | null | undefined;
}>;

export interface RotateAlertContactSecretMutation {
  rotateAlertContactSecret:
    | { __typename: "NotificationProblem"; message: string }
    | { __typename: "SavedContact"; secret: string | null; contact: { id: string; title: string } };
}

export type ConfirmAlertContactAgainMutationVariables = Exact<{
  id: string;
}>;

export interface ConfirmAlertContactAgainMutation {
  confirmAlertContactAgain: { __typename: "NotificationProblem"; message: string } | { __typename: "SavedContact" };
}

export type TestAlertContactMutationVariables = Exact<{
  id: string;
}>;

export interface TestAlertContactMutation {
  testAlertContact:
    { __typename: "NotificationProblem"; message: string } | { __typename: "NotificationsDone"; ids: Array<string> };
}

export type DeleteAlertContactMutationVariables = Exact<{
  id: string;
}>;

export interface DeleteAlertContactMutation {
  deleteAlertContact: { __typename: "NotificationProblem"; message: string } | { __typename: "NotificationsDone" };
}

export type SaveAlertSubscriptionMutationVariables = Exact<{
  input: AlertSubscriptionInput;
}>;

export interface SaveAlertSubscriptionMutation {
  saveAlertSubscription: { __typename: "AlertSubscription" } | { __typename: "NotificationProblem"; message: string };
}

export type DeleteAlertSubscriptionMutationVariables = Exact<{
  id: string;
}>;

export interface DeleteAlertSubscriptionMutation {
  deleteAlertSubscription: { __typename: "NotificationProblem"; message: string } | { __typename: "NotificationsDone" };
}

export type TestedDeliveryQueryVariables = Exact<{
  contact: string;
}>;

export interface TestedDeliveryQuery {
  alertDeliveries: Array<{
    id: string;
    state: DeliveryState;
    attempts: number;
    lastError: string | null;
    nextAttemptAt: string | null;
    response: string | null;
    endedAt: string | null;
  }>;
}

export type DeliveryPartsFragment = {
  id: string;
  contact: string;
  contactTitle: string;
  purpose: string;
  state: DeliveryState;
  attempts: number;
  incidents: Array<string>;
  lastError: string | null;
  request: string | null;
  response: string | null;
  createdAt: string;
  nextAttemptAt: string | null;
  endedAt: string | null;
};

export type AlertDeliveriesQueryVariables = Exact<{
  contact?: string | null | undefined;
  state?: DeliveryState | null | undefined;
  incident?: string | null | undefined;
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;

export interface AlertDeliveriesQuery {
  alertDeliveries: Array<{
    id: string;
    contact: string;
    contactTitle: string;
    purpose: string;
    state: DeliveryState;
    attempts: number;
    incidents: Array<string>;
    lastError: string | null;
    request: string | null;
    response: string | null;
    createdAt: string;
    nextAttemptAt: string | null;
    endedAt: string | null;
  }>;
}

export type AlertDispositionsQueryVariables = Exact<{
  incident: string;
}>;

export interface AlertDispositionsQuery {
  alertDispositions: Array<{
    transition: string;
    kind: string;
    contact: string;
    contactTitle: string;
    disposition: NotificationDisposition | null;
    explanation: string;
    delivery: string | null;
    createdAt: string;
    decidedAt: string | null;
  }>;
  alertUntold: Array<{ contact: string; contactTitle: string; reason: string }>;
  alertIncident: {
    incident: {
      id: string;
      title: string;
      severity: AlertSeverity;
      status: AlertIncidentStatus;
      client: string | null;
      store: string | null;
      channel: string | null;
      partner: string | null;
      firedAt: string;
      resolvedAt: string | null;
    };
  } | null;
}

export type RecentIncidentsQueryVariables = Exact<{
  first: number;
}>;

export interface RecentIncidentsQuery {
  alertIncidents: {
    nodes: Array<{
      id: string;
      title: string;
      severity: AlertSeverity;
      status: AlertIncidentStatus;
      client: string | null;
      store: string | null;
      channel: string | null;
      partner: string | null;
      firedAt: string;
      resolvedAt: string | null;
    }>;
  };
}

export type ContactTitlesQueryVariables = Exact<{ [key: string]: never }>;

export interface ContactTitlesQuery {
  alertContacts: Array<{ id: string; title: string; isEnabled: boolean }>;
}

export type ReplayAlertDeliveriesMutationVariables = Exact<{
  ids: Array<string> | string;
}>;

export interface ReplayAlertDeliveriesMutation {
  replayAlertDeliveries:
    { __typename: "NotificationProblem"; message: string } | { __typename: "NotificationsDone"; ids: Array<string> };
}

export type PolicyPartsFragment = {
  id: string;
  version: number;
  title: string;
  client: string | null;
  severities: Array<NotificationSeverity>;
  matchers: Array<string>;
  loops: number;
  coveredCount: number | null;
  isDeleted: boolean;
  createdByName: string;
  createdAt: string;
  steps: Array<{ afterMinutes: number; contacts: Array<string>; repeats: boolean }>;
};

export type AlertEscalationPoliciesQueryVariables = Exact<{ [key: string]: never }>;

export interface AlertEscalationPoliciesQuery {
  alertEscalationPolicies: Array<{
    id: string;
    version: number;
    title: string;
    client: string | null;
    severities: Array<NotificationSeverity>;
    matchers: Array<string>;
    loops: number;
    coveredCount: number | null;
    isDeleted: boolean;
    createdByName: string;
    createdAt: string;
    steps: Array<{ afterMinutes: number; contacts: Array<string>; repeats: boolean }>;
  }>;
}

export type AlertEscalationPolicyVersionsQueryVariables = Exact<{
  id: string;
}>;

export interface AlertEscalationPolicyVersionsQuery {
  alertEscalationPolicyVersions: Array<{
    id: string;
    version: number;
    title: string;
    client: string | null;
    severities: Array<NotificationSeverity>;
    matchers: Array<string>;
    loops: number;
    coveredCount: number | null;
    isDeleted: boolean;
    createdByName: string;
    createdAt: string;
    steps: Array<{ afterMinutes: number; contacts: Array<string>; repeats: boolean }>;
  }>;
}

export type PreviewAlertEscalationPolicyQueryVariables = Exact<{
  input: AlertEscalationPolicyInput;
}>;

export interface PreviewAlertEscalationPolicyQuery {
  previewAlertEscalationPolicy:
    | {
        __typename: "AlertEscalationPreview";
        coveredCount: number;
        covered: Array<{
          rule: string;
          title: string;
          severity: NotificationSeverity;
          labels: Array<{ name: string; value: string }>;
        }>;
      }
    | { __typename: "NotificationProblem"; code: NotificationProblemCode; message: string; field: string | null };
}

export type SaveAlertEscalationPolicyMutationVariables = Exact<{
  input: AlertEscalationPolicyInput;
}>;

export interface SaveAlertEscalationPolicyMutation {
  saveAlertEscalationPolicy:
    | { __typename: "AlertEscalationPolicy"; id: string }
    | { __typename: "NotificationProblem"; code: NotificationProblemCode; message: string; field: string | null };
}

export type DeleteAlertEscalationPolicyMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
}>;

export interface DeleteAlertEscalationPolicyMutation {
  deleteAlertEscalationPolicy:
    { __typename: "NotificationProblem"; message: string } | { __typename: "NotificationsDone" };
}

export type IncidentStoryQueryVariables = Exact<{
  id: string;
}>;

export interface IncidentStoryQuery {
  alertIncident: {
    incident: {
      id: string;
      rule: string;
      ruleTitle: string;
      title: string;
      unit: string;
      severity: AlertSeverity;
      status: AlertIncidentStatus;
      client: string | null;
      channel: string | null;
      store: string | null;
      partner: string | null;
      value: number | null;
      threshold: number | null;
      firedAt: string;
      resolvedAt: string | null;
      resolveReason: string | null;
      isMuted: boolean;
      owner: string | null;
      acknowledgedBy: string | null;
      acknowledgedUntil: string | null;
      parent: string | null;
      cause: string | null;
      childCount: number;
      unresolvedChildCount: number;
      labels: Array<{ name: string; value: string }>;
    };
    parent: {
      id: string;
      rule: string;
      ruleTitle: string;
      title: string;
      unit: string;
      severity: AlertSeverity;
      status: AlertIncidentStatus;
      client: string | null;
      channel: string | null;
      store: string | null;
      partner: string | null;
      value: number | null;
      threshold: number | null;
      firedAt: string;
      resolvedAt: string | null;
      resolveReason: string | null;
      isMuted: boolean;
      owner: string | null;
      acknowledgedBy: string | null;
      acknowledgedUntil: string | null;
      parent: string | null;
      cause: string | null;
      childCount: number;
      unresolvedChildCount: number;
      labels: Array<{ name: string; value: string }>;
    } | null;
    children: Array<{
      id: string;
      rule: string;
      ruleTitle: string;
      title: string;
      unit: string;
      severity: AlertSeverity;
      status: AlertIncidentStatus;
      client: string | null;
      channel: string | null;
      store: string | null;
      partner: string | null;
      value: number | null;
      threshold: number | null;
      firedAt: string;
      resolvedAt: string | null;
      resolveReason: string | null;
      isMuted: boolean;
      owner: string | null;
      acknowledgedBy: string | null;
      acknowledgedUntil: string | null;
      parent: string | null;
      cause: string | null;
      childCount: number;
      unresolvedChildCount: number;
      labels: Array<{ name: string; value: string }>;
    }>;
    alike: Array<{
      id: string;
      rule: string;
      ruleTitle: string;
      title: string;
      unit: string;
      severity: AlertSeverity;
      status: AlertIncidentStatus;
      client: string | null;
      channel: string | null;
      store: string | null;
      partner: string | null;
      value: number | null;
      threshold: number | null;
      firedAt: string;
      resolvedAt: string | null;
      resolveReason: string | null;
      isMuted: boolean;
      owner: string | null;
      acknowledgedBy: string | null;
      acknowledgedUntil: string | null;
      parent: string | null;
      cause: string | null;
      childCount: number;
      unresolvedChildCount: number;
      labels: Array<{ name: string; value: string }>;
    }>;
    people: Array<{ id: string; name: string }>;
    rule: {
      id: string;
      title: string;
      kind: AlertKind;
      description: string;
      runbook: string;
      unit: string;
      metric: string | null;
      definition: string;
    } | null;
    timeline: Array<{ id: string; at: string; kind: string; author: string | null; text: string }>;
    transitions: Array<{
      id: string;
      kind: string;
      fromState: string;
      state: string;
      reason: string | null;
      slotAt: string;
      value: number | null;
      threshold: number | null;
      evidence: string;
    }>;
  } | null;
}

export type IncidentRowFragment = {
  id: string;
  rule: string;
  ruleTitle: string;
  title: string;
  unit: string;
  severity: AlertSeverity;
  status: AlertIncidentStatus;
  client: string | null;
  channel: string | null;
  store: string | null;
  partner: string | null;
  value: number | null;
  threshold: number | null;
  firedAt: string;
  resolvedAt: string | null;
  resolveReason: string | null;
  isMuted: boolean;
  owner: string | null;
  acknowledgedBy: string | null;
  acknowledgedUntil: string | null;
  parent: string | null;
  cause: string | null;
  childCount: number;
  unresolvedChildCount: number;
  labels: Array<{ name: string; value: string }>;
};

export type IncidentListQueryVariables = Exact<{
  filter: IncidentFilterInput;
  first?: number | null | undefined;
  after?: string | null | undefined;
  orderBy?: IncidentOrder | null | undefined;
}>;

export interface IncidentListQuery {
  alertIncidents: {
    nodes: Array<{
      id: string;
      rule: string;
      ruleTitle: string;
      title: string;
      unit: string;
      severity: AlertSeverity;
      status: AlertIncidentStatus;
      client: string | null;
      channel: string | null;
      store: string | null;
      partner: string | null;
      value: number | null;
      threshold: number | null;
      firedAt: string;
      resolvedAt: string | null;
      resolveReason: string | null;
      isMuted: boolean;
      owner: string | null;
      acknowledgedBy: string | null;
      acknowledgedUntil: string | null;
      parent: string | null;
      cause: string | null;
      childCount: number;
      unresolvedChildCount: number;
      labels: Array<{ name: string; value: string }>;
    }>;
    people: Array<{ id: string; name: string }>;
    pageInfo: { endCursor: string | null; hasNextPage: boolean };
  };
}

export type IncidentStandingQueryVariables = Exact<{
  scope?: ScopeFilterInput | null | undefined;
}>;

export interface IncidentStandingQuery {
  incidentStanding: { critical: number; warning: number; info: number; acknowledged: number };
}

export type AlertWatchQueryVariables = Exact<{ [key: string]: never }>;

export interface AlertWatchQuery {
  alertRules: Array<{
    id: string;
    title: string;
    unit: string;
    health: AlertRuleHealth;
    healthMessage: string;
    isPaused: boolean;
    evaluatedAt: string | null;
    lagSeconds: number | null;
    instances: Array<{
      severity: AlertSeverity;
      state: string;
      health: string;
      activeAt: string | null;
      firedAt: string | null;
      value: number | null;
      labels: Array<{ name: string; value: string }>;
    }>;
  }>;
}

export type IncidentAssigneesQueryVariables = Exact<{
  id: string;
}>;

export interface IncidentAssigneesQuery {
  incidentAssignees: Array<{ id: string; name: string }>;
}

export type AcknowledgeIncidentMutationVariables = Exact<{
  id: string;
  note: string;
  until?: string | null | undefined;
}>;

export interface AcknowledgeIncidentMutation {
  answer: { __typename: "AlertIncidentDetail" } | { __typename: "AlertProblem"; message: string };
}

export type WithdrawAcknowledgementMutationVariables = Exact<{
  id: string;
  note: string;
}>;

export interface WithdrawAcknowledgementMutation {
  answer: { __typename: "AlertIncidentDetail" } | { __typename: "AlertProblem"; message: string };
}

export type ResolveIncidentMutationVariables = Exact<{
  id: string;
  note: string;
}>;

export interface ResolveIncidentMutation {
  answer: { __typename: "AlertIncidentDetail" } | { __typename: "AlertProblem"; message: string };
}

export type AssignIncidentMutationVariables = Exact<{
  id: string;
  owner?: string | null | undefined;
}>;

export interface AssignIncidentMutation {
  answer: { __typename: "AlertIncidentDetail" } | { __typename: "AlertProblem"; message: string };
}

export type NoteIncidentMutationVariables = Exact<{
  id: string;
  note: string;
}>;

export interface NoteIncidentMutation {
  answer: { __typename: "AlertIncidentDetail" } | { __typename: "AlertProblem"; message: string };
}

export type AlertInhibitionsQueryVariables = Exact<{ [key: string]: never }>;

export interface AlertInhibitionsQuery {
  alertInhibitions: Array<{
    id: string;
    title: string;
    source: Array<string>;
    target: Array<string>;
    equal: Array<string>;
    mutedCount: number;
    createdByName: string;
    changedAt: string;
  }>;
}

export type PreviewAlertInhibitionQueryVariables = Exact<{
  input: AlertInhibitionInput;
}>;

export interface PreviewAlertInhibitionQuery {
  previewAlertInhibition:
    | {
        __typename: "AlertInhibitionPreview";
        sourceCount: number;
        targetCount: number;
        mutedCount: number;
        muted: Array<{
          rule: string;
          title: string;
          severity: NotificationSeverity;
          labels: Array<{ name: string; value: string }>;
        }>;
      }
    | { __typename: "NotificationProblem"; code: NotificationProblemCode; message: string; field: string | null };
}

export type SaveAlertInhibitionMutationVariables = Exact<{
  input: AlertInhibitionInput;
}>;

export interface SaveAlertInhibitionMutation {
  saveAlertInhibition:
    | { __typename: "AlertInhibition"; id: string }
    | { __typename: "NotificationProblem"; code: NotificationProblemCode; message: string; field: string | null };
}

export type DeleteAlertInhibitionMutationVariables = Exact<{
  id: string;
}>;

export interface DeleteAlertInhibitionMutation {
  deleteAlertInhibition: { __typename: "NotificationProblem"; message: string } | { __typename: "NotificationsDone" };
}

export type AlertLabelChoicesQueryVariables = Exact<{ [key: string]: never }>;

export interface AlertLabelChoicesQuery {
  alertLabelChoices: Array<{ name: string; values: Array<string> }>;
}

export type AlertRuleTitlesQueryVariables = Exact<{ [key: string]: never }>;

export interface AlertRuleTitlesQuery {
  alertRules: Array<{ id: string; title: string; severities: Array<AlertSeverity> }>;
}

export type AlertRuleListQueryVariables = Exact<{ [key: string]: never }>;

export interface AlertRuleListQuery {
  alertRules: Array<{
    id: string;
    version: number;
    kind: AlertKind;
    title: string;
    summary: string;
    severities: Array<AlertSeverity>;
    isPaused: boolean;
    isOfPack: boolean;
    isEditable: boolean;
    health: AlertRuleHealth;
    healthMessage: string;
    evaluatedAt: string | null;
    lagSeconds: number | null;
    firing: number;
    pending: number;
    changedAt: string;
    changedByName: string | null;
  }>;
}

export type AlertRuleDetailQueryVariables = Exact<{
  id: string;
}>;

export interface AlertRuleDetailQuery {
  alertRule: {
    id: string;
    version: number;
    kind: AlertKind;
    title: string;
    description: string;
    runbook: string;
    severities: Array<AlertSeverity>;
    definition: string;
    isPaused: boolean;
    isOfPack: boolean;
    isEditable: boolean;
    health: AlertRuleHealth;
    healthMessage: string;
    evaluatedAt: string | null;
    lagSeconds: number | null;
    evaluatedSlots: number;
    caughtUpSlots: number;
    skippedSlots: number;
    lateRows: number | null;
    changedAt: string;
    changedByName: string | null;
    firing: number;
    pending: number;
    delayProposal: { source: string; measuredSeconds: number; proposedSeconds: number } | null;
    terms: Array<{ severity: AlertSeverity; forSeconds: number; keepFiringSeconds: number; noDataKeepSeconds: number }>;
    instances: Array<{
      severity: AlertSeverity;
      state: string;
      health: string;
      activeAt: string | null;
      firedAt: string | null;
      value: number | null;
      labels: Array<{ name: string; value: string }>;
    }>;
  } | null;
}

export type AlertRuleVersionsQueryVariables = Exact<{
  id: string;
}>;

export interface AlertRuleVersionsQuery {
  alertRuleVersions: Array<{
    version: number;
    definition: string;
    createdAt: string;
    createdBy: string;
    createdByName: string | null;
  }>;
}

export type PauseAlertRuleMutationVariables = Exact<{
  id: string;
  isPaused: boolean;
}>;

export interface PauseAlertRuleMutation {
  pauseAlertRule: { code: AlertProblemCode; message: string } | { id: string; isPaused: boolean };
}

export type DeleteAlertRuleMutationVariables = Exact<{
  id: string;
}>;

export interface DeleteAlertRuleMutation {
  deleteAlertRule: { code: AlertProblemCode; message: string } | { id: string };
}

export type SaveAlertRuleMutationVariables = Exact<{
  text: string;
  expectedVersion: number;
}>;

export interface SaveAlertRuleMutation {
  saveAlertRule:
    | { code: AlertProblemCode; message: string; faults: Array<{ line: number; field: string; detail: string }> }
    | { id: string; version: number };
}

export type CheckAlertRuleQueryVariables = Exact<{
  text: string;
}>;

export interface CheckAlertRuleQuery {
  checkAlertRule: {
    document: string | null;
    faults: Array<{ line: number; field: string; detail: string }>;
    terms: Array<{ severity: AlertSeverity; forSeconds: number; keepFiringSeconds: number; noDataKeepSeconds: number }>;
  };
}

export type PreviewAlertRuleQueryVariables = Exact<{
  text: string;
}>;

export interface PreviewAlertRuleQuery {
  previewAlertRule:
    | { code: AlertProblemCode; message: string }
    | {
        slotAt: string;
        matching: number;
        total: number;
        instances: Array<{
          severity: AlertSeverity;
          outcome: AlertOutcome;
          value: number | null;
          threshold: number | null;
          summary: string;
          labels: Array<{ name: string; value: string }>;
        }>;
      };
}

export type AlertRuleBackTestSubscriptionVariables = Exact<{
  text: string;
  from?: string | null | undefined;
}>;

export interface AlertRuleBackTestSubscription {
  alertRuleBackTest: {
    share: number;
    result:
      | { code: AlertProblemCode; message: string }
      | {
          fired: number;
          slots: number;
          stepSeconds: number;
          episodes: Array<{
            severity: AlertSeverity;
            firedAt: string;
            resolvedAt: string | null;
            value: number | null;
            threshold: number | null;
            summary: string;
            labels: Array<{ name: string; value: string }>;
          }>;
          series: Array<{
            from: string;
            stepSeconds: number;
            values: Array<number | null>;
            labels: Array<{ name: string; value: string }>;
          }>;
        }
      | null;
  };
}

export type SilencePartsFragment = {
  id: string;
  matchers: Array<string>;
  startsAt: string;
  endsAt: string;
  comment: string;
  createdBy: string;
  createdByName: string;
  createdAt: string;
  replaces: string | null;
  firingCount: number | null;
};

export type AlertSilencesQueryVariables = Exact<{
  sinceDays?: number | null | undefined;
}>;

export interface AlertSilencesQuery {
  alertSilences: Array<{
    id: string;
    matchers: Array<string>;
    startsAt: string;
    endsAt: string;
    comment: string;
    createdBy: string;
    createdByName: string;
    createdAt: string;
    replaces: string | null;
    firingCount: number | null;
  }>;
}

export type PreviewAlertSilenceQueryVariables = Exact<{
  matchers: Array<string> | string;
}>;

export interface PreviewAlertSilenceQuery {
  previewAlertSilence:
    | {
        __typename: "AlertSilencePreview";
        firingCount: number;
        pendingCount: number;
        firing: Array<{
          rule: string;
          title: string;
          severity: NotificationSeverity;
          labels: Array<{ name: string; value: string }>;
        }>;
      }
    | { __typename: "NotificationProblem"; message: string };
}

export type CreateAlertSilenceMutationVariables = Exact<{
  input: AlertSilenceInput;
}>;

export interface CreateAlertSilenceMutation {
  createAlertSilence:
    | {
        __typename: "AlertSilence";
        id: string;
        matchers: Array<string>;
        startsAt: string;
        endsAt: string;
        comment: string;
        createdBy: string;
        createdByName: string;
        createdAt: string;
        replaces: string | null;
        firingCount: number | null;
      }
    | { __typename: "NotificationProblem"; code: NotificationProblemCode; message: string };
}

export type ExpireAlertSilenceMutationVariables = Exact<{
  id: string;
}>;

export interface ExpireAlertSilenceMutation {
  expireAlertSilence: { __typename: "AlertSilence" } | { __typename: "NotificationProblem"; message: string };
}

export type FiringHereQueryVariables = Exact<{
  filter: IncidentFilterInput;
  scope: ScopeFilterInput;
}>;

export interface FiringHereQuery {
  alertIncidents: {
    nodes: Array<{
      id: string;
      rule: string;
      ruleTitle: string;
      title: string;
      unit: string;
      severity: AlertSeverity;
      status: AlertIncidentStatus;
      client: string | null;
      channel: string | null;
      store: string | null;
      partner: string | null;
      value: number | null;
      threshold: number | null;
      firedAt: string;
      resolvedAt: string | null;
      resolveReason: string | null;
      isMuted: boolean;
      owner: string | null;
      acknowledgedBy: string | null;
      acknowledgedUntil: string | null;
      parent: string | null;
      cause: string | null;
      childCount: number;
      unresolvedChildCount: number;
      labels: Array<{ name: string; value: string }>;
    }>;
  };
  incidentStanding: { critical: number; warning: number; info: number; acknowledged: number };
}

export type TemplatePartsFragment = {
  id: string;
  version: number;
  name: string;
  medium: AlertTemplateMedium;
  title: string;
  text: string;
  isInUse: boolean;
  savedByName: string;
  savedAt: string;
  lastUsedAt: string | null;
  lastFault: string | null;
  lastFaultAt: string | null;
};

export type AlertTemplatesQueryVariables = Exact<{ [key: string]: never }>;

export interface AlertTemplatesQuery {
  alertTemplates: Array<{
    id: string;
    version: number;
    name: string;
    medium: AlertTemplateMedium;
    title: string;
    text: string;
    isInUse: boolean;
    savedByName: string;
    savedAt: string;
    lastUsedAt: string | null;
    lastFault: string | null;
    lastFaultAt: string | null;
  }>;
}

export type AlertTemplateWordsQueryVariables = Exact<{ [key: string]: never }>;

export interface AlertTemplateWordsQuery {
  alertTemplateVariables: Array<{
    name: string;
    of: AlertTemplateVariableOf;
    kind: AlertTemplateVariableKind;
    description: string;
  }>;
  alertTemplateStarts: Array<{ medium: AlertTemplateMedium; title: string; text: string }>;
}

export type AlertTemplateIncidentsQueryVariables = Exact<{ [key: string]: never }>;

export interface AlertTemplateIncidentsQuery {
  alertIncidents: {
    nodes: Array<{
      id: string;
      title: string;
      client: string | null;
      channel: string | null;
      store: string | null;
      partner: string | null;
      firedAt: string;
    }>;
  };
}

export type AlertTemplatePreviewQueryVariables = Exact<{
  input: AlertTemplateDraftInput;
}>;

export interface AlertTemplatePreviewQuery {
  alertTemplatePreview:
    | {
        __typename: "AlertTemplatePreview";
        faults: Array<{ field: AlertTemplateField; line: number; code: AlertTemplateFaultCode; message: string }>;
        messages: Array<{
          sample: AlertTemplateCase;
          channel: ContactKind;
          title: string;
          text: string;
          isCut: boolean;
          empty: Array<string>;
        }>;
      }
    | { __typename: "NotificationProblem"; message: string };
}

export type SaveAlertTemplateMutationVariables = Exact<{
  input: AlertTemplateInput;
}>;

export interface SaveAlertTemplateMutation {
  saveAlertTemplate:
    | {
        __typename: "AlertTemplate";
        id: string;
        version: number;
        name: string;
        medium: AlertTemplateMedium;
        title: string;
        text: string;
        isInUse: boolean;
        savedByName: string;
        savedAt: string;
        lastUsedAt: string | null;
        lastFault: string | null;
        lastFaultAt: string | null;
      }
    | {
        __typename: "AlertTemplateProblem";
        code: NotificationProblemCode;
        message: string;
        faults: Array<{ field: AlertTemplateField; line: number; code: AlertTemplateFaultCode; message: string }>;
      };
}

export type DeleteAlertTemplateMutationVariables = Exact<{
  id: string;
  version: number;
}>;

export interface DeleteAlertTemplateMutation {
  deleteAlertTemplate: { __typename: "NotificationProblem"; message: string } | { __typename: "NotificationsDone" };
}

export type UseAlertTemplateMutationVariables = Exact<{
  medium: AlertTemplateMedium;
  id?: string | null | undefined;
}>;

export interface UseAlertTemplateMutation {
  useAlertTemplate: { __typename: "AlertTemplateProblem"; message: string } | { __typename: "AlertTemplateUse" };
}

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

export type BrandingSettingsQueryVariables = Exact<{ [key: string]: never }>;

export interface BrandingSettingsQuery {
  brandingSettings: {
    productName: string;
    signInWords: string;
    senderName: string;
    colour: string;
    colourDark: string;
    logo: string | null;
    icon: string | null;
    host: string | null;
  } | null;
}

export type SaveBrandingMutationVariables = Exact<{
  input: BrandingInput;
}>;

export interface SaveBrandingMutation {
  saveBranding:
    | { __typename: "BrandingProblem"; field: string; message: string }
    | {
        __typename: "BrandingSettings";
        productName: string;
        signInWords: string;
        senderName: string;
        colour: string;
        colourDark: string;
        logo: string | null;
        icon: string | null;
        host: string | null;
      };
}

export type ResetBrandingMutationVariables = Exact<{ [key: string]: never }>;

export interface ResetBrandingMutation {
  resetBranding: boolean;
}

export type BrandingPartsFragment = {
  productName: string;
  signInWords: string;
  senderName: string;
  colour: string;
  colourDark: string;
  logo: string | null;
  icon: string | null;
  host: string | null;
};

export type PanelTotalsFragment = {
  asOf: string;
  coverage: number | null;
  groupCount: number;
  groups: Array<{
    rank: number | null;
    isBelowSample: boolean;
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
      previousNullReason: NullReason | null;
      intervalLow: number | null;
      intervalHigh: number | null;
    }>;
  }>;
};

export type PanelSeriesFragment = {
  asOf: string;
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
      series: Array<{
        at: string;
        value: number | null;
        numerator: number | null;
        denominator: number | null;
        nullReason: NullReason | null;
      }> | null;
    }>;
  }>;
};

export type PanelDriversFragment = {
  explained: string;
  previousFrom: string;
  previousTo: string;
  value: { value: number | null; unit: string; currency: string | null } | null;
  previous: { value: number | null; nullReason: NullReason | null } | null;
  drivers: Array<{
    dimension: Dimension;
    groups: number;
    others: number;
    drivers: Array<{
      contribution: number;
      share: number | null;
      key: Array<{ dimension: string; id: string | null; title: string | null }>;
    }>;
  }>;
};

export type PanelTotalsOneQueryVariables = Exact<{
  query: MetricQueryInput;
}>;

export interface PanelTotalsOneQuery {
  metrics: {
    asOf: string;
    coverage: number | null;
    groupCount: number;
    groups: Array<{
      rank: number | null;
      isBelowSample: boolean;
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
        previousNullReason: NullReason | null;
        intervalLow: number | null;
        intervalHigh: number | null;
      }>;
    }>;
  };
}

export type PanelSeriesOneQueryVariables = Exact<{
  query: MetricQueryInput;
}>;

export interface PanelSeriesOneQuery {
  metrics: {
    asOf: string;
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
        series: Array<{
          at: string;
          value: number | null;
          numerator: number | null;
          denominator: number | null;
          nullReason: NullReason | null;
        }> | null;
      }>;
    }>;
  };
}

export type PanelDriversOneQueryVariables = Exact<{
  query: MetricWhyInput;
}>;

export interface PanelDriversOneQuery {
  metricWhy: {
    explained: string;
    previousFrom: string;
    previousTo: string;
    value: { value: number | null; unit: string; currency: string | null } | null;
    previous: { value: number | null; nullReason: NullReason | null } | null;
    drivers: Array<{
      dimension: Dimension;
      groups: number;
      others: number;
      drivers: Array<{
        contribution: number;
        share: number | null;
        key: Array<{ dimension: string; id: string | null; title: string | null }>;
      }>;
    }>;
  };
}

export type PolicyTargetsQueryVariables = Exact<{ [key: string]: never }>;

export interface PolicyTargetsQuery {
  slaPolicies: Array<{
    id: string;
    isInForce: boolean;
    newest: {
      title: string;
      target: number;
      place: {
        client: string | null;
        workflow: string | null;
        store: string | null;
        channel: string | null;
        partner: string | null;
      };
    };
  }>;
}

export type AnnotationsQueryVariables = Exact<{
  from: string;
  to: string;
  filter?: ScopeFilterInput | null | undefined;
  kinds?: Array<AnnotationKind> | AnnotationKind | null | undefined;
}>;

export interface AnnotationsQuery {
  annotations: Array<{
    kind: AnnotationKind;
    at: string;
    until: string | null;
    title: string;
    client: string | null;
    workflow: string | null;
    id: string;
  }>;
}

export type PanelFilterPartsFragment = {
  clients: Array<string> | null;
  brands: Array<string> | null;
  regions: Array<string> | null;
  stores: Array<string> | null;
  channels: Array<string> | null;
  partners: Array<string> | null;
  workflows: Array<string> | null;
  steps: Array<string> | null;
  sources: Array<string> | null;
  measures: Array<string> | null;
  outcomes: Array<string> | null;
  errorClasses: Array<string> | null;
  exceptionClasses: Array<string> | null;
};

export type DashboardPartsFragment = {
  id: string;
  title: string;
  description: string;
  audience: Audience;
  headline: DashboardHeadline;
  range: string;
  compare: DashboardComparison;
  variables: Array<{ name: DashboardVariableName; isRequired: boolean }>;
  panels: Array<{
    id: string;
    kind: PanelKind;
    title: string;
    note: string | null;
    span: number;
    groupBy: Array<Dimension>;
    period: Granularity | null;
    orderBy: string | null;
    order: PanelOrder | null;
    limit: number | null;
    target: number | null;
    hasPolicyTargets: boolean;
    minimumSample: number | null;
    isBars: boolean;
    hasSpark: boolean;
    drivers: Array<Dimension>;
    annotations: Array<AnnotationKind>;
    opens: PanelPage | null;
    text: string | null;
    states: Array<RunState>;
    runOrder: RunOrder | null;
    side: MetricSide | null;
    filter: {
      clients: Array<string> | null;
      brands: Array<string> | null;
      regions: Array<string> | null;
      stores: Array<string> | null;
      channels: Array<string> | null;
      partners: Array<string> | null;
      workflows: Array<string> | null;
      steps: Array<string> | null;
      sources: Array<string> | null;
      measures: Array<string> | null;
      outcomes: Array<string> | null;
      errorClasses: Array<string> | null;
      exceptionClasses: Array<string> | null;
    } | null;
    metrics: Array<{
      metric: string;
      title: string | null;
      target: number | null;
      change: boolean;
      filter: {
        clients: Array<string> | null;
        brands: Array<string> | null;
        regions: Array<string> | null;
        stores: Array<string> | null;
        channels: Array<string> | null;
        partners: Array<string> | null;
        workflows: Array<string> | null;
        steps: Array<string> | null;
        sources: Array<string> | null;
        measures: Array<string> | null;
        outcomes: Array<string> | null;
        errorClasses: Array<string> | null;
        exceptionClasses: Array<string> | null;
      } | null;
    }>;
    targets: Array<{ id: string; value: number }>;
  }>;
};

export type DashboardByIdQueryVariables = Exact<{
  id: string;
}>;

export interface DashboardByIdQuery {
  dashboard:
    | {
        id: string;
        version: number;
        isSeed: boolean;
        hasSeed: boolean;
        mayChange: boolean;
        author: string | null;
        savedAt: string;
        text: string;
        definition: {
          id: string;
          title: string;
          description: string;
          audience: Audience;
          headline: DashboardHeadline;
          range: string;
          compare: DashboardComparison;
          variables: Array<{ name: DashboardVariableName; isRequired: boolean }>;
          panels: Array<{
            id: string;
            kind: PanelKind;
            title: string;
            note: string | null;
            span: number;
            groupBy: Array<Dimension>;
            period: Granularity | null;
            orderBy: string | null;
            order: PanelOrder | null;
            limit: number | null;
            target: number | null;
            hasPolicyTargets: boolean;
            minimumSample: number | null;
            isBars: boolean;
            hasSpark: boolean;
            drivers: Array<Dimension>;
            annotations: Array<AnnotationKind>;
            opens: PanelPage | null;
            text: string | null;
            states: Array<RunState>;
            runOrder: RunOrder | null;
            side: MetricSide | null;
            filter: {
              clients: Array<string> | null;
              brands: Array<string> | null;
              regions: Array<string> | null;
              stores: Array<string> | null;
              channels: Array<string> | null;
              partners: Array<string> | null;
              workflows: Array<string> | null;
              steps: Array<string> | null;
              sources: Array<string> | null;
              measures: Array<string> | null;
              outcomes: Array<string> | null;
              errorClasses: Array<string> | null;
              exceptionClasses: Array<string> | null;
            } | null;
            metrics: Array<{
              metric: string;
              title: string | null;
              target: number | null;
              change: boolean;
              filter: {
                clients: Array<string> | null;
                brands: Array<string> | null;
                regions: Array<string> | null;
                stores: Array<string> | null;
                channels: Array<string> | null;
                partners: Array<string> | null;
                workflows: Array<string> | null;
                steps: Array<string> | null;
                sources: Array<string> | null;
                measures: Array<string> | null;
                outcomes: Array<string> | null;
                errorClasses: Array<string> | null;
                exceptionClasses: Array<string> | null;
              } | null;
            }>;
            targets: Array<{ id: string; value: number }>;
          }>;
        };
      }
    | { code: DashboardProblemCode; message: string };
}

export type DashboardsQueryVariables = Exact<{ [key: string]: never }>;

export interface DashboardsQuery {
  dashboards: Array<{
    id: string;
    title: string;
    description: string;
    audience: Audience;
    version: number;
    isSeed: boolean;
    hasSeed: boolean;
    savedAt: string;
    author: string | null;
    mayChange: boolean;
  }>;
}

export type CheckDashboardQueryVariables = Exact<{
  text: string;
}>;

export interface CheckDashboardQuery {
  checkDashboard: {
    faults: Array<{ line: number; field: string; detail: string }>;
    definition: {
      id: string;
      title: string;
      description: string;
      audience: Audience;
      headline: DashboardHeadline;
      range: string;
      compare: DashboardComparison;
      variables: Array<{ name: DashboardVariableName; isRequired: boolean }>;
      panels: Array<{
        id: string;
        kind: PanelKind;
        title: string;
        note: string | null;
        span: number;
        groupBy: Array<Dimension>;
        period: Granularity | null;
        orderBy: string | null;
        order: PanelOrder | null;
        limit: number | null;
        target: number | null;
        hasPolicyTargets: boolean;
        minimumSample: number | null;
        isBars: boolean;
        hasSpark: boolean;
        drivers: Array<Dimension>;
        annotations: Array<AnnotationKind>;
        opens: PanelPage | null;
        text: string | null;
        states: Array<RunState>;
        runOrder: RunOrder | null;
        side: MetricSide | null;
        filter: {
          clients: Array<string> | null;
          brands: Array<string> | null;
          regions: Array<string> | null;
          stores: Array<string> | null;
          channels: Array<string> | null;
          partners: Array<string> | null;
          workflows: Array<string> | null;
          steps: Array<string> | null;
          sources: Array<string> | null;
          measures: Array<string> | null;
          outcomes: Array<string> | null;
          errorClasses: Array<string> | null;
          exceptionClasses: Array<string> | null;
        } | null;
        metrics: Array<{
          metric: string;
          title: string | null;
          target: number | null;
          change: boolean;
          filter: {
            clients: Array<string> | null;
            brands: Array<string> | null;
            regions: Array<string> | null;
            stores: Array<string> | null;
            channels: Array<string> | null;
            partners: Array<string> | null;
            workflows: Array<string> | null;
            steps: Array<string> | null;
            sources: Array<string> | null;
            measures: Array<string> | null;
            outcomes: Array<string> | null;
            errorClasses: Array<string> | null;
            exceptionClasses: Array<string> | null;
          } | null;
        }>;
        targets: Array<{ id: string; value: number }>;
      }>;
    } | null;
  };
}

export type SaveDashboardMutationVariables = Exact<{
  input: SaveDashboardInput;
}>;

export interface SaveDashboardMutation {
  saveDashboard:
    | { id: string; version: number }
    | { code: DashboardProblemCode; message: string; faults: Array<{ line: number; field: string; detail: string }> };
}

export type CopyDashboardMutationVariables = Exact<{
  id: string;
  title: string;
}>;

export interface CopyDashboardMutation {
  copyDashboard: { id: string; version: number } | { code: DashboardProblemCode; message: string };
}

export type DeleteDashboardMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
}>;

export interface DeleteDashboardMutation {
  deleteDashboard: { code: DashboardProblemCode; message: string } | { id: string; hasSeed: boolean };
}

export type EvidenceQueryVariables = Exact<{
  query: MetricRowsInput;
  first?: number | null | undefined;
}>;

export interface EvidenceQuery {
  metricRows: {
    nodes: Array<{
      id: string;
      kind: MetricRowKind;
      at: string;
      client: string;
      store: string | null;
      channel: string | null;
      partner: string | null;
      workflow: string | null;
      run: string | null;
      source: string | null;
      contribution: number;
      currency: string | null;
    }>;
    pageInfo: { hasNextPage: boolean };
  };
}

export type RejectedEventsQueryVariables = Exact<{
  filter?: RejectedEventFilterInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export interface RejectedEventsQuery {
  rejectedEvents: {
    totalCount: number;
    pageInfo: { endCursor: string | null; hasNextPage: boolean };
    nodes: Array<{
      request: string;
      position: number;
      receivedAt: string;
      time: string | null;
      reason: RejectionReason;
      field: string | null;
      detail: string;
      client: string | null;
      source: string | null;
      store: string | null;
      id: string | null;
      sentBy: string | null;
      payload: string | null;
      payloadBytes: number;
    }>;
  };
}

export type RejectedReasonsQueryVariables = Exact<{
  filter?: RejectedEventFilterInput | null | undefined;
}>;

export interface RejectedReasonsQuery {
  rejectedEvents: {
    totalCount: number;
    reasonCounts: Array<{ reason: RejectionReason; source: string | null; count: number; newestAt: string }>;
  };
}

export type ReplaysQueryVariables = Exact<{ [key: string]: never }>;

export interface ReplaysQuery {
  replays: Array<{
    id: string;
    what: ReplayWhat;
    by: ReplayTime;
    from: string | null;
    to: string | null;
    clients: Array<string> | null;
    sources: Array<string> | null;
    reasons: Array<RejectionReason> | null;
    state: ReplayState;
    read: number;
    accepted: number;
    rejected: number;
    duplicates: number;
    requestedAt: string;
    requestedBy: string;
    startedAt: string | null;
    endedAt: string | null;
    error: string | null;
  }>;
}

export type ReplayRowFragment = {
  id: string;
  what: ReplayWhat;
  by: ReplayTime;
  from: string | null;
  to: string | null;
  clients: Array<string> | null;
  sources: Array<string> | null;
  reasons: Array<RejectionReason> | null;
  state: ReplayState;
  read: number;
  accepted: number;
  rejected: number;
  duplicates: number;
  requestedAt: string;
  requestedBy: string;
  startedAt: string | null;
  endedAt: string | null;
  error: string | null;
};

export type StartReplayMutationVariables = Exact<{
  input: StartReplayInput;
}>;

export interface StartReplayMutation {
  startReplay:
    | { __typename: "ReplayRefused"; reason: ReplayRefusalReason; field: string | null; message: string }
    | {
        __typename: "ReplayRequested";
        replay: {
          id: string;
          what: ReplayWhat;
          by: ReplayTime;
          from: string | null;
          to: string | null;
          clients: Array<string> | null;
          sources: Array<string> | null;
          reasons: Array<RejectionReason> | null;
          state: ReplayState;
          read: number;
          accepted: number;
          rejected: number;
          duplicates: number;
          requestedAt: string;
          requestedBy: string;
          startedAt: string | null;
          endedAt: string | null;
          error: string | null;
        };
      };
}

export type CancelReplayMutationVariables = Exact<{
  id: string;
}>;

export interface CancelReplayMutation {
  cancelReplay:
    | {
        __typename: "ReplayCancelled";
        replay: {
          id: string;
          what: ReplayWhat;
          by: ReplayTime;
          from: string | null;
          to: string | null;
          clients: Array<string> | null;
          sources: Array<string> | null;
          reasons: Array<RejectionReason> | null;
          state: ReplayState;
          read: number;
          accepted: number;
          rejected: number;
          duplicates: number;
          requestedAt: string;
          requestedBy: string;
          startedAt: string | null;
          endedAt: string | null;
          error: string | null;
        };
      }
    | { __typename: "ReplayRefused"; reason: ReplayRefusalReason; message: string };
}

export type ExceptionListQueryVariables = Exact<{
  filter: ExceptionFilterInput;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export interface ExceptionListQuery {
  exceptions: {
    asOf: string;
    totalCount: number;
    pageInfo: { endCursor: string | null; hasNextPage: boolean };
    nodes: Array<{
      id: string;
      client: string;
      class: string;
      store: string | null;
      channel: string | null;
      partner: string | null;
      workflow: string | null;
      run: string | null;
      message: string | null;
      raisedAt: string | null;
      resolvedAt: string | null;
      cause: string | null;
      resolution: string | null;
      state: ExceptionState;
      ageSeconds: number | null;
      severity: number;
      severityParts: Array<{
        id: SeverityPartName;
        title: string;
        points: number;
        most: number;
        value: number | null;
        full: number;
        unit: string;
      }>;
      alike: { open: number; stores: number };
      money: { amount: number; currency: string } | null;
    }>;
  };
}

export type ExceptionClassesQueryVariables = Exact<{
  filter: ExceptionFilterInput;
}>;

export interface ExceptionClassesQuery {
  exceptions: {
    totalCount: number;
    classes: Array<{
      class: string;
      count: number;
      stores: number;
      money: Array<{ amount: number; currency: string }>;
    }>;
  };
}

export type OpenExceptionCountQueryVariables = Exact<{
  filter: ExceptionFilterInput;
}>;

export interface OpenExceptionCountQuery {
  exceptions: { totalCount: number };
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
    receivedAt: string | null;
    isExpectedNow: boolean;
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

export type ProcessQueryVariables = Exact<{
  workflow: string;
  filter?: ScopeFilterInput | null | undefined;
  from: string;
  to: string;
  limit?: number | null | undefined;
  mergeRepeats?: boolean | null | undefined;
}>;

export interface ProcessQuery {
  variants: {
    asOf: string;
    cases: number;
    casesWithLoops: number;
    casesWithRepeats: number;
    casesWithoutSteps: number;
    durationP50: number | null;
    durationP95: number | null;
    edgeCount: number;
    noConformanceReason: NoConformanceReason | null;
    singletonCount: number;
    stepFigureCount: number;
    variantCount: number;
    outcomes: Array<{ outcome: Outcome; cases: number }>;
    others: { cases: number; share: number | null; variants: number };
    conformance: {
      conforming: number;
      share: number | null;
      declared: Array<{ step: string; isOptional: boolean; mayRepeat: boolean }>;
      deviations: Array<{ kind: DeviationKind; step: string; cases: number; share: number }>;
    } | null;
    edges: Array<{ from: string; to: string; count: number; durationP50: number | null; durationP95: number | null }>;
    stepFigures: Array<{
      step: string;
      cases: number;
      times: number;
      starts: number;
      ends: number;
      repeats: number;
      reworkedCases: number;
      failures: number;
      failureRate: number | null;
      share: number | null;
      shareOfAll: number | null;
      isBottleneck: boolean;
      workP50: number | null;
      workP95: number | null;
      waitP50: number | null;
      waitP95: number | null;
    }>;
    variants: Array<{
      steps: Array<string>;
      stepCount: number;
      isCut: boolean;
      cases: number;
      share: number;
      durationP50: number | null;
      durationP95: number | null;
      outcomes: Array<{ outcome: Outcome; cases: number }>;
      deviations: Array<{ kind: DeviationKind; step: string }> | null;
    }>;
  };
}

export type ProcessPeersQueryVariables = Exact<{
  workflow: string;
  filter?: ScopeFilterInput | null | undefined;
  from: string;
  to: string;
  limit?: number | null | undefined;
  mergeRepeats?: boolean | null | undefined;
}>;

export interface ProcessPeersQuery {
  processComparison: {
    asOf: string;
    dimension: PeerDimension;
    isAggregateOnly: boolean;
    peers: number | null;
    a: { cases: number | null; durationP50: number | null; durationP95: number | null };
    b: { cases: number | null; durationP50: number | null; durationP95: number | null } | null;
    stepFigures: Array<{
      step: string;
      workP50Difference: number | null;
      waitP50Difference: number | null;
      a: { share: number | null; workP50: number | null; waitP50: number | null; cases: number | null } | null;
      b: { share: number | null; workP50: number | null; waitP50: number | null; cases: number | null } | null;
    }>;
    variants: Array<{
      steps: Array<string>;
      stepCount: number;
      isCut: boolean;
      shareDifference: number | null;
      a: { cases: number | null; share: number | null } | null;
      b: { cases: number | null; share: number | null } | null;
    }>;
  };
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
    expectation: {
      expected: number | null;
      answers: number;
      answered: { amount: number; currency: string } | null;
    } | null;
    sla: {
      policy: string;
      policyVersion: number;
      title: string;
      tier: string;
      target: number;
      calendar: string | null;
      limitSeconds: number;
      clockSeconds: number;
      dueAt: string | null;
      atRiskAt: string | null;
    } | null;
    expected: {
      isConforming: boolean | null;
      rule: {
        id: string;
        version: number;
        title: string;
        withinSeconds: number;
        when: string;
        expect: string;
        cancel: string | null;
        key: Array<string>;
      } | null;
      steps: Array<{
        step: string;
        status: StepStatus;
        place: number | null;
        happenedAs: number | null;
        isOptional: boolean;
        mayRepeat: boolean;
        times: number;
        failures: number;
        startedAt: string | null;
        finishedAt: string | null;
      }> | null;
    };
    relatedRuns: Array<{
      relations: Array<RunRelation>;
      run: {
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
    }>;
    links: Array<{
      traceId: string;
      spanId: string;
      run: {
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
      } | null;
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

export type RunFacetsQueryVariables = Exact<{
  filter: RunFilterInput;
}>;

export interface RunFacetsQuery {
  runs: {
    totalCount: number;
    facets: Array<{ facet: RunFacetName; values: Array<{ id: string; client: string | null; count: number }> }>;
  };
}

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

export type MetricLinesQueryVariables = Exact<{
  query: MetricQueryInput;
}>;

export interface MetricLinesQuery {
  metrics: {
    groups: Array<{
      key: Array<{ dimension: string; id: string | null }>;
      values: Array<{ series: Array<{ at: string; value: number | null }> | null }>;
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

export type ReportingPeriodsQueryVariables = Exact<{
  client?: string | null | undefined;
  timeZone?: string | null | undefined;
}>;

export interface ReportingPeriodsQuery {
  reportingPeriods: Array<{ id: string; title: string; calendar: PeriodCalendar; from: string; to: string }>;
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
export const ContactPartsFragmentDoc = new TypedDocumentString(
  `
    fragment ContactParts on AlertContact {
  id
  title
  kind
  mode
  hint
  owner
  ownerName
  isEditable
  isEnabled
  isConfirmed
  isFallback
  trouble
  createdAt
}
    `,
  { fragmentName: "ContactParts" },
) as unknown as TypedDocumentString<ContactPartsFragment, unknown>;
export const SubscriptionPartsFragmentDoc = new TypedDocumentString(
  `
    fragment SubscriptionParts on AlertSubscription {
  id
  contact
  client
  channel
  store
  partner
  rules
  severities
  matchers
  quietHours {
    zone
    windows {
      days
      start
      end
    }
  }
  bypass
  groupBy
  waitSeconds
  intervalSeconds
  repeatSeconds
  pausedUntil
}
    `,
  { fragmentName: "SubscriptionParts" },
) as unknown as TypedDocumentString<SubscriptionPartsFragment, unknown>;
export const DeliveryPartsFragmentDoc = new TypedDocumentString(
  `
    fragment DeliveryParts on AlertDelivery {
  id
  contact
  contactTitle
  purpose
  state
  attempts
  incidents
  lastError
  request
  response
  createdAt
  nextAttemptAt
  endedAt
}
    `,
  { fragmentName: "DeliveryParts" },
) as unknown as TypedDocumentString<DeliveryPartsFragment, unknown>;
export const PolicyPartsFragmentDoc = new TypedDocumentString(
  `
    fragment PolicyParts on AlertEscalationPolicy {
  id
  version
  title
  client
  severities
  matchers
  steps {
    afterMinutes
    contacts
    repeats
  }
  loops
  coveredCount
  isDeleted
  createdByName
  createdAt
}
    `,
  { fragmentName: "PolicyParts" },
) as unknown as TypedDocumentString<PolicyPartsFragment, unknown>;
export const IncidentRowFragmentDoc = new TypedDocumentString(
  `
    fragment IncidentRow on AlertIncident {
  id
  rule
  ruleTitle
  title
  unit
  severity
  status
  labels {
    name
    value
  }
  client
  channel
  store
  partner
  value
  threshold
  firedAt
  resolvedAt
  resolveReason
  isMuted
  owner
  acknowledgedBy
  acknowledgedUntil
  parent
  cause
  childCount
  unresolvedChildCount
}
    `,
  { fragmentName: "IncidentRow" },
) as unknown as TypedDocumentString<IncidentRowFragment, unknown>;
export const SilencePartsFragmentDoc = new TypedDocumentString(
  `
    fragment SilenceParts on AlertSilence {
  id
  matchers
  startsAt
  endsAt
  comment
  createdBy
  createdByName
  createdAt
  replaces
  firingCount
}
    `,
  { fragmentName: "SilenceParts" },
) as unknown as TypedDocumentString<SilencePartsFragment, unknown>;
export const TemplatePartsFragmentDoc = new TypedDocumentString(
  `
    fragment TemplateParts on AlertTemplate {
  id
  version
  name
  medium
  title
  text
  isInUse
  savedByName
  savedAt
  lastUsedAt
  lastFault
  lastFaultAt
}
    `,
  { fragmentName: "TemplateParts" },
) as unknown as TypedDocumentString<TemplatePartsFragment, unknown>;
export const BrandingPartsFragmentDoc = new TypedDocumentString(
  `
    fragment BrandingParts on BrandingSettings {
  productName
  signInWords
  senderName
  colour
  colourDark
  logo
  icon
  host
}
    `,
  { fragmentName: "BrandingParts" },
) as unknown as TypedDocumentString<BrandingPartsFragment, unknown>;
export const PanelTotalsFragmentDoc = new TypedDocumentString(
  `
    fragment PanelTotals on MetricResult {
  asOf
  coverage
  groupCount
  groups {
    key {
      dimension
      id
      title
    }
    rank
    isBelowSample
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
      previousNullReason
      intervalLow
      intervalHigh
    }
  }
}
    `,
  { fragmentName: "PanelTotals" },
) as unknown as TypedDocumentString<PanelTotalsFragment, unknown>;
export const PanelSeriesFragmentDoc = new TypedDocumentString(
  `
    fragment PanelSeries on MetricResult {
  asOf
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
      series {
        at
        value
        numerator
        denominator
        nullReason
      }
    }
  }
}
    `,
  { fragmentName: "PanelSeries" },
) as unknown as TypedDocumentString<PanelSeriesFragment, unknown>;
export const PanelDriversFragmentDoc = new TypedDocumentString(
  `
    fragment PanelDrivers on MetricWhy {
  explained
  previousFrom
  previousTo
  value {
    value
    unit
    currency
  }
  previous {
    value
    nullReason
  }
  drivers {
    dimension
    groups
    others
    drivers {
      contribution
      share
      key {
        dimension
        id
        title
      }
    }
  }
}
    `,
  { fragmentName: "PanelDrivers" },
) as unknown as TypedDocumentString<PanelDriversFragment, unknown>;
export const PanelFilterPartsFragmentDoc = new TypedDocumentString(
  `
    fragment PanelFilterParts on PanelFilter {
  clients
  brands
  regions
  stores
  channels
  partners
  workflows
  steps
  sources
  measures
  outcomes
  errorClasses
  exceptionClasses
}
    `,
  { fragmentName: "PanelFilterParts" },
) as unknown as TypedDocumentString<PanelFilterPartsFragment, unknown>;
export const DashboardPartsFragmentDoc = new TypedDocumentString(
  `
    fragment DashboardParts on DashboardDefinition {
  id
  title
  description
  audience
  headline
  range
  compare
  variables {
    name
    isRequired
  }
  panels {
    id
    kind
    title
    note
    span
    filter {
      ...PanelFilterParts
    }
    metrics {
      metric
      title
      target
      change
      filter {
        ...PanelFilterParts
      }
    }
    groupBy
    period
    orderBy
    order
    limit
    target
    targets {
      id
      value
    }
    hasPolicyTargets
    minimumSample
    isBars
    hasSpark
    drivers
    annotations
    opens
    text
    states
    runOrder
    side
  }
}
    fragment PanelFilterParts on PanelFilter {
  clients
  brands
  regions
  stores
  channels
  partners
  workflows
  steps
  sources
  measures
  outcomes
  errorClasses
  exceptionClasses
}`,
  { fragmentName: "DashboardParts" },
) as unknown as TypedDocumentString<DashboardPartsFragment, unknown>;
export const ReplayRowFragmentDoc = new TypedDocumentString(
  `
    fragment ReplayRow on Replay {
  id
  what
  by
  from
  to
  clients
  sources
  reasons
  state
  read
  accepted
  rejected
  duplicates
  requestedAt
  requestedBy
  startedAt
  endedAt
  error
}
    `,
  { fragmentName: "ReplayRow" },
) as unknown as TypedDocumentString<ReplayRowFragment, unknown>;
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
export const AlertContactsDocument = new TypedDocumentString(`
    query AlertContacts {
  alertContacts {
    ...ContactParts
  }
  alertSubscriptions {
    ...SubscriptionParts
  }
  alertAudienceGaps {
    client
    isPartly
  }
}
    fragment ContactParts on AlertContact {
  id
  title
  kind
  mode
  hint
  owner
  ownerName
  isEditable
  isEnabled
  isConfirmed
  isFallback
  trouble
  createdAt
}
fragment SubscriptionParts on AlertSubscription {
  id
  contact
  client
  channel
  store
  partner
  rules
  severities
  matchers
  quietHours {
    zone
    windows {
      days
      start
      end
    }
  }
  bypass
  groupBy
  waitSeconds
  intervalSeconds
  repeatSeconds
  pausedUntil
}`) as unknown as TypedDocumentString<AlertContactsQuery, AlertContactsQueryVariables>;
export const CreateAlertContactDocument = new TypedDocumentString(`
    mutation CreateAlertContact($input: AlertContactInput!) {
  createAlertContact(input: $input) {
    __typename
    ... on SavedContact {
      secret
      contact {
        ...ContactParts
      }
    }
    ... on NotificationProblem {
      message
    }
  }
}
    fragment ContactParts on AlertContact {
  id
  title
  kind
  mode
  hint
  owner
  ownerName
  isEditable
  isEnabled
  isConfirmed
  isFallback
  trouble
  createdAt
}`) as unknown as TypedDocumentString<CreateAlertContactMutation, CreateAlertContactMutationVariables>;
export const ChangeAlertContactDocument = new TypedDocumentString(`
    mutation ChangeAlertContact($id: ID!, $input: AlertContactEditInput!) {
  changeAlertContact(id: $id, input: $input) {
    __typename
    ... on NotificationProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeAlertContactMutation, ChangeAlertContactMutationVariables>;
export const SetAlertContactEnabledDocument = new TypedDocumentString(`
    mutation SetAlertContactEnabled($id: ID!, $isEnabled: Boolean!) {
  setAlertContactEnabled(id: $id, isEnabled: $isEnabled) {
    __typename
    ... on NotificationProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetAlertContactEnabledMutation, SetAlertContactEnabledMutationVariables>;
export const RotateAlertContactSecretDocument = new TypedDocumentString(`
    mutation RotateAlertContactSecret($id: ID!, $overlapDays: Int) {
  rotateAlertContactSecret(id: $id, overlapDays: $overlapDays) {
    __typename
    ... on SavedContact {
      secret
      contact {
        id
        title
      }
    }
    ... on NotificationProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RotateAlertContactSecretMutation, RotateAlertContactSecretMutationVariables>;
export const ConfirmAlertContactAgainDocument = new TypedDocumentString(`
    mutation ConfirmAlertContactAgain($id: ID!) {
  confirmAlertContactAgain(id: $id) {
    __typename
    ... on NotificationProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmAlertContactAgainMutation, ConfirmAlertContactAgainMutationVariables>;
export const TestAlertContactDocument = new TypedDocumentString(`
    mutation TestAlertContact($id: ID!) {
  testAlertContact(id: $id) {
    __typename
    ... on NotificationsDone {
      ids
    }
    ... on NotificationProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TestAlertContactMutation, TestAlertContactMutationVariables>;
export const DeleteAlertContactDocument = new TypedDocumentString(`
    mutation DeleteAlertContact($id: ID!) {
  deleteAlertContact(id: $id) {
    __typename
    ... on NotificationProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteAlertContactMutation, DeleteAlertContactMutationVariables>;
export const SaveAlertSubscriptionDocument = new TypedDocumentString(`
    mutation SaveAlertSubscription($input: AlertSubscriptionInput!) {
  saveAlertSubscription(input: $input) {
    __typename
    ... on NotificationProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveAlertSubscriptionMutation, SaveAlertSubscriptionMutationVariables>;
export const DeleteAlertSubscriptionDocument = new TypedDocumentString(`
    mutation DeleteAlertSubscription($id: ID!) {
  deleteAlertSubscription(id: $id) {
    __typename
    ... on NotificationProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteAlertSubscriptionMutation, DeleteAlertSubscriptionMutationVariables>;
export const TestedDeliveryDocument = new TypedDocumentString(`
    query TestedDelivery($contact: ID!) {
  alertDeliveries(contact: $contact, first: 20) {
    id
    state
    attempts
    lastError
    nextAttemptAt
    response
    endedAt
  }
}
    `) as unknown as TypedDocumentString<TestedDeliveryQuery, TestedDeliveryQueryVariables>;
export const AlertDeliveriesDocument = new TypedDocumentString(`
    query AlertDeliveries($contact: ID, $state: DeliveryState, $incident: ID, $after: ID, $first: Int) {
  alertDeliveries(
    contact: $contact
    state: $state
    incident: $incident
    after: $after
    first: $first
  ) {
    ...DeliveryParts
  }
}
    fragment DeliveryParts on AlertDelivery {
  id
  contact
  contactTitle
  purpose
  state
  attempts
  incidents
  lastError
  request
  response
  createdAt
  nextAttemptAt
  endedAt
}`) as unknown as TypedDocumentString<AlertDeliveriesQuery, AlertDeliveriesQueryVariables>;
export const AlertDispositionsDocument = new TypedDocumentString(`
    query AlertDispositions($incident: ID!) {
  alertDispositions(incident: $incident) {
    transition
    kind
    contact
    contactTitle
    disposition
    explanation
    delivery
    createdAt
    decidedAt
  }
  alertUntold(incident: $incident) {
    contact
    contactTitle
    reason
  }
  alertIncident(id: $incident) {
    incident {
      id
      title
      severity
      status
      client
      store
      channel
      partner
      firedAt
      resolvedAt
    }
  }
}
    `) as unknown as TypedDocumentString<AlertDispositionsQuery, AlertDispositionsQueryVariables>;
export const RecentIncidentsDocument = new TypedDocumentString(`
    query RecentIncidents($first: Int!) {
  alertIncidents(first: $first) {
    nodes {
      id
      title
      severity
      status
      client
      store
      channel
      partner
      firedAt
      resolvedAt
    }
  }
}
    `) as unknown as TypedDocumentString<RecentIncidentsQuery, RecentIncidentsQueryVariables>;
export const ContactTitlesDocument = new TypedDocumentString(`
    query ContactTitles {
  alertContacts {
    id
    title
    isEnabled
  }
}
    `) as unknown as TypedDocumentString<ContactTitlesQuery, ContactTitlesQueryVariables>;
export const ReplayAlertDeliveriesDocument = new TypedDocumentString(`
    mutation ReplayAlertDeliveries($ids: [ID!]!) {
  replayAlertDeliveries(ids: $ids) {
    __typename
    ... on NotificationsDone {
      ids
    }
    ... on NotificationProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayAlertDeliveriesMutation, ReplayAlertDeliveriesMutationVariables>;
export const AlertEscalationPoliciesDocument = new TypedDocumentString(`
    query AlertEscalationPolicies {
  alertEscalationPolicies {
    ...PolicyParts
  }
}
    fragment PolicyParts on AlertEscalationPolicy {
  id
  version
  title
  client
  severities
  matchers
  steps {
    afterMinutes
    contacts
    repeats
  }
  loops
  coveredCount
  isDeleted
  createdByName
  createdAt
}`) as unknown as TypedDocumentString<AlertEscalationPoliciesQuery, AlertEscalationPoliciesQueryVariables>;
export const AlertEscalationPolicyVersionsDocument = new TypedDocumentString(`
    query AlertEscalationPolicyVersions($id: ID!) {
  alertEscalationPolicyVersions(id: $id) {
    ...PolicyParts
  }
}
    fragment PolicyParts on AlertEscalationPolicy {
  id
  version
  title
  client
  severities
  matchers
  steps {
    afterMinutes
    contacts
    repeats
  }
  loops
  coveredCount
  isDeleted
  createdByName
  createdAt
}`) as unknown as TypedDocumentString<AlertEscalationPolicyVersionsQuery, AlertEscalationPolicyVersionsQueryVariables>;
export const PreviewAlertEscalationPolicyDocument = new TypedDocumentString(`
    query PreviewAlertEscalationPolicy($input: AlertEscalationPolicyInput!) {
  previewAlertEscalationPolicy(input: $input) {
    __typename
    ... on AlertEscalationPreview {
      coveredCount
      covered {
        rule
        title
        severity
        labels {
          name
          value
        }
      }
    }
    ... on NotificationProblem {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewAlertEscalationPolicyQuery, PreviewAlertEscalationPolicyQueryVariables>;
export const SaveAlertEscalationPolicyDocument = new TypedDocumentString(`
    mutation SaveAlertEscalationPolicy($input: AlertEscalationPolicyInput!) {
  saveAlertEscalationPolicy(input: $input) {
    __typename
    ... on AlertEscalationPolicy {
      id
    }
    ... on NotificationProblem {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SaveAlertEscalationPolicyMutation, SaveAlertEscalationPolicyMutationVariables>;
export const DeleteAlertEscalationPolicyDocument = new TypedDocumentString(`
    mutation DeleteAlertEscalationPolicy($id: ID!, $expectedVersion: Int!) {
  deleteAlertEscalationPolicy(id: $id, expectedVersion: $expectedVersion) {
    __typename
    ... on NotificationProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<
  DeleteAlertEscalationPolicyMutation,
  DeleteAlertEscalationPolicyMutationVariables
>;
export const IncidentStoryDocument = new TypedDocumentString(`
    query IncidentStory($id: ID!) {
  alertIncident(id: $id) {
    incident {
      ...IncidentRow
    }
    parent {
      ...IncidentRow
    }
    children {
      ...IncidentRow
    }
    alike {
      ...IncidentRow
    }
    people {
      id
      name
    }
    rule {
      id
      title
      kind
      description
      runbook
      unit
      metric
      definition
    }
    timeline {
      id
      at
      kind
      author
      text
    }
    transitions {
      id
      kind
      fromState
      state
      reason
      slotAt
      value
      threshold
      evidence
    }
  }
}
    fragment IncidentRow on AlertIncident {
  id
  rule
  ruleTitle
  title
  unit
  severity
  status
  labels {
    name
    value
  }
  client
  channel
  store
  partner
  value
  threshold
  firedAt
  resolvedAt
  resolveReason
  isMuted
  owner
  acknowledgedBy
  acknowledgedUntil
  parent
  cause
  childCount
  unresolvedChildCount
}`) as unknown as TypedDocumentString<IncidentStoryQuery, IncidentStoryQueryVariables>;
export const IncidentListDocument = new TypedDocumentString(`
    query IncidentList($filter: IncidentFilterInput!, $first: Int, $after: String, $orderBy: IncidentOrder) {
  alertIncidents(filter: $filter, first: $first, after: $after, orderBy: $orderBy) {
    nodes {
      ...IncidentRow
    }
    people {
      id
      name
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
    fragment IncidentRow on AlertIncident {
  id
  rule
  ruleTitle
  title
  unit
  severity
  status
  labels {
    name
    value
  }
  client
  channel
  store
  partner
  value
  threshold
  firedAt
  resolvedAt
  resolveReason
  isMuted
  owner
  acknowledgedBy
  acknowledgedUntil
  parent
  cause
  childCount
  unresolvedChildCount
}`) as unknown as TypedDocumentString<IncidentListQuery, IncidentListQueryVariables>;
export const IncidentStandingDocument = new TypedDocumentString(`
    query IncidentStanding($scope: ScopeFilterInput) {
  incidentStanding(scope: $scope) {
    critical
    warning
    info
    acknowledged
  }
}
    `) as unknown as TypedDocumentString<IncidentStandingQuery, IncidentStandingQueryVariables>;
export const AlertWatchDocument = new TypedDocumentString(`
    query AlertWatch {
  alertRules {
    id
    title
    unit
    health
    healthMessage
    isPaused
    evaluatedAt
    lagSeconds
    instances {
      severity
      state
      health
      activeAt
      firedAt
      value
      labels {
        name
        value
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AlertWatchQuery, AlertWatchQueryVariables>;
export const IncidentAssigneesDocument = new TypedDocumentString(`
    query IncidentAssignees($id: ID!) {
  incidentAssignees(id: $id) {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<IncidentAssigneesQuery, IncidentAssigneesQueryVariables>;
export const AcknowledgeIncidentDocument = new TypedDocumentString(`
    mutation AcknowledgeIncident($id: ID!, $note: String!, $until: DateTime) {
  answer: acknowledgeIncident(id: $id, note: $note, until: $until) {
    __typename
    ... on AlertProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AcknowledgeIncidentMutation, AcknowledgeIncidentMutationVariables>;
export const WithdrawAcknowledgementDocument = new TypedDocumentString(`
    mutation WithdrawAcknowledgement($id: ID!, $note: String!) {
  answer: withdrawAcknowledgement(id: $id, note: $note) {
    __typename
    ... on AlertProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WithdrawAcknowledgementMutation, WithdrawAcknowledgementMutationVariables>;
export const ResolveIncidentDocument = new TypedDocumentString(`
    mutation ResolveIncident($id: ID!, $note: String!) {
  answer: resolveIncident(id: $id, note: $note) {
    __typename
    ... on AlertProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ResolveIncidentMutation, ResolveIncidentMutationVariables>;
export const AssignIncidentDocument = new TypedDocumentString(`
    mutation AssignIncident($id: ID!, $owner: ID) {
  answer: assignIncident(id: $id, owner: $owner) {
    __typename
    ... on AlertProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AssignIncidentMutation, AssignIncidentMutationVariables>;
export const NoteIncidentDocument = new TypedDocumentString(`
    mutation NoteIncident($id: ID!, $note: String!) {
  answer: noteIncident(id: $id, note: $note) {
    __typename
    ... on AlertProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<NoteIncidentMutation, NoteIncidentMutationVariables>;
export const AlertInhibitionsDocument = new TypedDocumentString(`
    query AlertInhibitions {
  alertInhibitions {
    id
    title
    source
    target
    equal
    mutedCount
    createdByName
    changedAt
  }
}
    `) as unknown as TypedDocumentString<AlertInhibitionsQuery, AlertInhibitionsQueryVariables>;
export const PreviewAlertInhibitionDocument = new TypedDocumentString(`
    query PreviewAlertInhibition($input: AlertInhibitionInput!) {
  previewAlertInhibition(input: $input) {
    __typename
    ... on AlertInhibitionPreview {
      sourceCount
      targetCount
      mutedCount
      muted {
        rule
        title
        severity
        labels {
          name
          value
        }
      }
    }
    ... on NotificationProblem {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewAlertInhibitionQuery, PreviewAlertInhibitionQueryVariables>;
export const SaveAlertInhibitionDocument = new TypedDocumentString(`
    mutation SaveAlertInhibition($input: AlertInhibitionInput!) {
  saveAlertInhibition(input: $input) {
    __typename
    ... on AlertInhibition {
      id
    }
    ... on NotificationProblem {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SaveAlertInhibitionMutation, SaveAlertInhibitionMutationVariables>;
export const DeleteAlertInhibitionDocument = new TypedDocumentString(`
    mutation DeleteAlertInhibition($id: ID!) {
  deleteAlertInhibition(id: $id) {
    __typename
    ... on NotificationProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteAlertInhibitionMutation, DeleteAlertInhibitionMutationVariables>;
export const AlertLabelChoicesDocument = new TypedDocumentString(`
    query AlertLabelChoices {
  alertLabelChoices {
    name
    values
  }
}
    `) as unknown as TypedDocumentString<AlertLabelChoicesQuery, AlertLabelChoicesQueryVariables>;
export const AlertRuleTitlesDocument = new TypedDocumentString(`
    query AlertRuleTitles {
  alertRules {
    id
    title
    severities
  }
}
    `) as unknown as TypedDocumentString<AlertRuleTitlesQuery, AlertRuleTitlesQueryVariables>;
export const AlertRuleListDocument = new TypedDocumentString(`
    query AlertRuleList {
  alertRules {
    id
    version
    kind
    title
    summary
    severities
    isPaused
    isOfPack
    isEditable
    health
    healthMessage
    evaluatedAt
    lagSeconds
    firing
    pending
    changedAt
    changedByName
  }
}
    `) as unknown as TypedDocumentString<AlertRuleListQuery, AlertRuleListQueryVariables>;
export const AlertRuleDetailDocument = new TypedDocumentString(`
    query AlertRuleDetail($id: ID!) {
  alertRule(id: $id) {
    id
    version
    kind
    title
    description
    runbook
    severities
    definition
    isPaused
    isOfPack
    isEditable
    health
    healthMessage
    evaluatedAt
    lagSeconds
    evaluatedSlots
    caughtUpSlots
    skippedSlots
    lateRows
    delayProposal {
      source
      measuredSeconds
      proposedSeconds
    }
    changedAt
    changedByName
    firing
    pending
    terms {
      severity
      forSeconds
      keepFiringSeconds
      noDataKeepSeconds
    }
    instances {
      labels {
        name
        value
      }
      severity
      state
      health
      activeAt
      firedAt
      value
    }
  }
}
    `) as unknown as TypedDocumentString<AlertRuleDetailQuery, AlertRuleDetailQueryVariables>;
export const AlertRuleVersionsDocument = new TypedDocumentString(`
    query AlertRuleVersions($id: ID!) {
  alertRuleVersions(id: $id) {
    version
    definition
    createdAt
    createdBy
    createdByName
  }
}
    `) as unknown as TypedDocumentString<AlertRuleVersionsQuery, AlertRuleVersionsQueryVariables>;
export const PauseAlertRuleDocument = new TypedDocumentString(`
    mutation PauseAlertRule($id: ID!, $isPaused: Boolean!) {
  pauseAlertRule(id: $id, isPaused: $isPaused) {
    ... on AlertRule {
      id
      isPaused
    }
    ... on AlertProblem {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PauseAlertRuleMutation, PauseAlertRuleMutationVariables>;
export const DeleteAlertRuleDocument = new TypedDocumentString(`
    mutation DeleteAlertRule($id: ID!) {
  deleteAlertRule(id: $id) {
    ... on DeletedAlertRule {
      id
    }
    ... on AlertProblem {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteAlertRuleMutation, DeleteAlertRuleMutationVariables>;
export const SaveAlertRuleDocument = new TypedDocumentString(`
    mutation SaveAlertRule($text: String!, $expectedVersion: Int!) {
  saveAlertRule(text: $text, expectedVersion: $expectedVersion) {
    ... on AlertRule {
      id
      version
    }
    ... on AlertProblem {
      code
      message
      faults {
        line
        field
        detail
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SaveAlertRuleMutation, SaveAlertRuleMutationVariables>;
export const CheckAlertRuleDocument = new TypedDocumentString(`
    query CheckAlertRule($text: String!) {
  checkAlertRule(text: $text) {
    document
    faults {
      line
      field
      detail
    }
    terms {
      severity
      forSeconds
      keepFiringSeconds
      noDataKeepSeconds
    }
  }
}
    `) as unknown as TypedDocumentString<CheckAlertRuleQuery, CheckAlertRuleQueryVariables>;
export const PreviewAlertRuleDocument = new TypedDocumentString(`
    query PreviewAlertRule($text: String!) {
  previewAlertRule(text: $text) {
    ... on AlertRulePreview {
      slotAt
      matching
      total
      instances {
        labels {
          name
          value
        }
        severity
        outcome
        value
        threshold
        summary
      }
    }
    ... on AlertProblem {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewAlertRuleQuery, PreviewAlertRuleQueryVariables>;
export const AlertRuleBackTestDocument = new TypedDocumentString(`
    subscription AlertRuleBackTest($text: String!, $from: DateTime) {
  alertRuleBackTest(text: $text, from: $from) {
    share
    result {
      ... on AlertRuleBackTest {
        fired
        slots
        stepSeconds
        episodes {
          labels {
            name
            value
          }
          severity
          firedAt
          resolvedAt
          value
          threshold
          summary
        }
        series {
          labels {
            name
            value
          }
          from
          stepSeconds
          values
        }
      }
      ... on AlertProblem {
        code
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AlertRuleBackTestSubscription, AlertRuleBackTestSubscriptionVariables>;
export const AlertSilencesDocument = new TypedDocumentString(`
    query AlertSilences($sinceDays: Int) {
  alertSilences(sinceDays: $sinceDays) {
    ...SilenceParts
  }
}
    fragment SilenceParts on AlertSilence {
  id
  matchers
  startsAt
  endsAt
  comment
  createdBy
  createdByName
  createdAt
  replaces
  firingCount
}`) as unknown as TypedDocumentString<AlertSilencesQuery, AlertSilencesQueryVariables>;
export const PreviewAlertSilenceDocument = new TypedDocumentString(`
    query PreviewAlertSilence($matchers: [String!]!) {
  previewAlertSilence(matchers: $matchers) {
    __typename
    ... on AlertSilencePreview {
      firingCount
      pendingCount
      firing {
        rule
        title
        severity
        labels {
          name
          value
        }
      }
    }
    ... on NotificationProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PreviewAlertSilenceQuery, PreviewAlertSilenceQueryVariables>;
export const CreateAlertSilenceDocument = new TypedDocumentString(`
    mutation CreateAlertSilence($input: AlertSilenceInput!) {
  createAlertSilence(input: $input) {
    __typename
    ... on AlertSilence {
      ...SilenceParts
    }
    ... on NotificationProblem {
      code
      message
    }
  }
}
    fragment SilenceParts on AlertSilence {
  id
  matchers
  startsAt
  endsAt
  comment
  createdBy
  createdByName
  createdAt
  replaces
  firingCount
}`) as unknown as TypedDocumentString<CreateAlertSilenceMutation, CreateAlertSilenceMutationVariables>;
export const ExpireAlertSilenceDocument = new TypedDocumentString(`
    mutation ExpireAlertSilence($id: ID!) {
  expireAlertSilence(id: $id) {
    __typename
    ... on NotificationProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ExpireAlertSilenceMutation, ExpireAlertSilenceMutationVariables>;
export const FiringHereDocument = new TypedDocumentString(`
    query FiringHere($filter: IncidentFilterInput!, $scope: ScopeFilterInput!) {
  alertIncidents(filter: $filter, first: 3, orderBy: WORST) {
    nodes {
      ...IncidentRow
    }
  }
  incidentStanding(scope: $scope) {
    critical
    warning
    info
    acknowledged
  }
}
    fragment IncidentRow on AlertIncident {
  id
  rule
  ruleTitle
  title
  unit
  severity
  status
  labels {
    name
    value
  }
  client
  channel
  store
  partner
  value
  threshold
  firedAt
  resolvedAt
  resolveReason
  isMuted
  owner
  acknowledgedBy
  acknowledgedUntil
  parent
  cause
  childCount
  unresolvedChildCount
}`) as unknown as TypedDocumentString<FiringHereQuery, FiringHereQueryVariables>;
export const AlertTemplatesDocument = new TypedDocumentString(`
    query AlertTemplates {
  alertTemplates {
    ...TemplateParts
  }
}
    fragment TemplateParts on AlertTemplate {
  id
  version
  name
  medium
  title
  text
  isInUse
  savedByName
  savedAt
  lastUsedAt
  lastFault
  lastFaultAt
}`) as unknown as TypedDocumentString<AlertTemplatesQuery, AlertTemplatesQueryVariables>;
export const AlertTemplateWordsDocument = new TypedDocumentString(`
    query AlertTemplateWords {
  alertTemplateVariables {
    name
    of
    kind
    description
  }
  alertTemplateStarts {
    medium
    title
    text
  }
}
    `) as unknown as TypedDocumentString<AlertTemplateWordsQuery, AlertTemplateWordsQueryVariables>;
export const AlertTemplateIncidentsDocument = new TypedDocumentString(`
    query AlertTemplateIncidents {
  alertIncidents(first: 20) {
    nodes {
      id
      title
      client
      channel
      store
      partner
      firedAt
    }
  }
}
    `) as unknown as TypedDocumentString<AlertTemplateIncidentsQuery, AlertTemplateIncidentsQueryVariables>;
export const AlertTemplatePreviewDocument = new TypedDocumentString(`
    query AlertTemplatePreview($input: AlertTemplateDraftInput!) {
  alertTemplatePreview(input: $input) {
    __typename
    ... on AlertTemplatePreview {
      faults {
        field
        line
        code
        message
      }
      messages {
        sample
        channel
        title
        text
        isCut
        empty
      }
    }
    ... on NotificationProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AlertTemplatePreviewQuery, AlertTemplatePreviewQueryVariables>;
export const SaveAlertTemplateDocument = new TypedDocumentString(`
    mutation SaveAlertTemplate($input: AlertTemplateInput!) {
  saveAlertTemplate(input: $input) {
    __typename
    ... on AlertTemplate {
      ...TemplateParts
    }
    ... on AlertTemplateProblem {
      code
      message
      faults {
        field
        line
        code
        message
      }
    }
  }
}
    fragment TemplateParts on AlertTemplate {
  id
  version
  name
  medium
  title
  text
  isInUse
  savedByName
  savedAt
  lastUsedAt
  lastFault
  lastFaultAt
}`) as unknown as TypedDocumentString<SaveAlertTemplateMutation, SaveAlertTemplateMutationVariables>;
export const DeleteAlertTemplateDocument = new TypedDocumentString(`
    mutation DeleteAlertTemplate($id: ID!, $version: Int!) {
  deleteAlertTemplate(id: $id, expectedVersion: $version) {
    __typename
    ... on NotificationProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteAlertTemplateMutation, DeleteAlertTemplateMutationVariables>;
export const UseAlertTemplateDocument = new TypedDocumentString(`
    mutation UseAlertTemplate($medium: AlertTemplateMedium!, $id: ID) {
  useAlertTemplate(medium: $medium, id: $id) {
    __typename
    ... on AlertTemplateProblem {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UseAlertTemplateMutation, UseAlertTemplateMutationVariables>;
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
export const BrandingSettingsDocument = new TypedDocumentString(`
    query BrandingSettings {
  brandingSettings {
    ...BrandingParts
  }
}
    fragment BrandingParts on BrandingSettings {
  productName
  signInWords
  senderName
  colour
  colourDark
  logo
  icon
  host
}`) as unknown as TypedDocumentString<BrandingSettingsQuery, BrandingSettingsQueryVariables>;
export const SaveBrandingDocument = new TypedDocumentString(`
    mutation SaveBranding($input: BrandingInput!) {
  saveBranding(input: $input) {
    __typename
    ... on BrandingSettings {
      ...BrandingParts
    }
    ... on BrandingProblem {
      field
      message
    }
  }
}
    fragment BrandingParts on BrandingSettings {
  productName
  signInWords
  senderName
  colour
  colourDark
  logo
  icon
  host
}`) as unknown as TypedDocumentString<SaveBrandingMutation, SaveBrandingMutationVariables>;
export const ResetBrandingDocument = new TypedDocumentString(`
    mutation ResetBranding {
  resetBranding
}
    `) as unknown as TypedDocumentString<ResetBrandingMutation, ResetBrandingMutationVariables>;
export const PanelTotalsOneDocument = new TypedDocumentString(`
    query PanelTotalsOne($query: MetricQueryInput!) {
  metrics(query: $query) {
    ...PanelTotals
  }
}
    fragment PanelTotals on MetricResult {
  asOf
  coverage
  groupCount
  groups {
    key {
      dimension
      id
      title
    }
    rank
    isBelowSample
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
      previousNullReason
      intervalLow
      intervalHigh
    }
  }
}`) as unknown as TypedDocumentString<PanelTotalsOneQuery, PanelTotalsOneQueryVariables>;
export const PanelSeriesOneDocument = new TypedDocumentString(`
    query PanelSeriesOne($query: MetricQueryInput!) {
  metrics(query: $query) {
    ...PanelSeries
  }
}
    fragment PanelSeries on MetricResult {
  asOf
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
      series {
        at
        value
        numerator
        denominator
        nullReason
      }
    }
  }
}`) as unknown as TypedDocumentString<PanelSeriesOneQuery, PanelSeriesOneQueryVariables>;
export const PanelDriversOneDocument = new TypedDocumentString(`
    query PanelDriversOne($query: MetricWhyInput!) {
  metricWhy(query: $query) {
    ...PanelDrivers
  }
}
    fragment PanelDrivers on MetricWhy {
  explained
  previousFrom
  previousTo
  value {
    value
    unit
    currency
  }
  previous {
    value
    nullReason
  }
  drivers {
    dimension
    groups
    others
    drivers {
      contribution
      share
      key {
        dimension
        id
        title
      }
    }
  }
}`) as unknown as TypedDocumentString<PanelDriversOneQuery, PanelDriversOneQueryVariables>;
export const PolicyTargetsDocument = new TypedDocumentString(`
    query PolicyTargets {
  slaPolicies {
    id
    isInForce
    newest {
      title
      target
      place {
        client
        workflow
        store
        channel
        partner
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PolicyTargetsQuery, PolicyTargetsQueryVariables>;
export const AnnotationsDocument = new TypedDocumentString(`
    query Annotations($from: DateTime!, $to: DateTime!, $filter: ScopeFilterInput, $kinds: [AnnotationKind!]) {
  annotations(from: $from, to: $to, filter: $filter, kinds: $kinds) {
    kind
    at
    until
    title
    client
    workflow
    id
  }
}
    `) as unknown as TypedDocumentString<AnnotationsQuery, AnnotationsQueryVariables>;
export const DashboardByIdDocument = new TypedDocumentString(`
    query DashboardById($id: ID!) {
  dashboard(id: $id) {
    ... on Dashboard {
      id
      version
      isSeed
      hasSeed
      mayChange
      author
      savedAt
      text
      definition {
        ...DashboardParts
      }
    }
    ... on DashboardProblem {
      code
      message
    }
  }
}
    fragment PanelFilterParts on PanelFilter {
  clients
  brands
  regions
  stores
  channels
  partners
  workflows
  steps
  sources
  measures
  outcomes
  errorClasses
  exceptionClasses
}
fragment DashboardParts on DashboardDefinition {
  id
  title
  description
  audience
  headline
  range
  compare
  variables {
    name
    isRequired
  }
  panels {
    id
    kind
    title
    note
    span
    filter {
      ...PanelFilterParts
    }
    metrics {
      metric
      title
      target
      change
      filter {
        ...PanelFilterParts
      }
    }
    groupBy
    period
    orderBy
    order
    limit
    target
    targets {
      id
      value
    }
    hasPolicyTargets
    minimumSample
    isBars
    hasSpark
    drivers
    annotations
    opens
    text
    states
    runOrder
    side
  }
}`) as unknown as TypedDocumentString<DashboardByIdQuery, DashboardByIdQueryVariables>;
export const DashboardsDocument = new TypedDocumentString(`
    query Dashboards {
  dashboards {
    id
    title
    description
    audience
    version
    isSeed
    hasSeed
    savedAt
    author
    mayChange
  }
}
    `) as unknown as TypedDocumentString<DashboardsQuery, DashboardsQueryVariables>;
export const CheckDashboardDocument = new TypedDocumentString(`
    query CheckDashboard($text: String!) {
  checkDashboard(text: $text) {
    faults {
      line
      field
      detail
    }
    definition {
      ...DashboardParts
    }
  }
}
    fragment PanelFilterParts on PanelFilter {
  clients
  brands
  regions
  stores
  channels
  partners
  workflows
  steps
  sources
  measures
  outcomes
  errorClasses
  exceptionClasses
}
fragment DashboardParts on DashboardDefinition {
  id
  title
  description
  audience
  headline
  range
  compare
  variables {
    name
    isRequired
  }
  panels {
    id
    kind
    title
    note
    span
    filter {
      ...PanelFilterParts
    }
    metrics {
      metric
      title
      target
      change
      filter {
        ...PanelFilterParts
      }
    }
    groupBy
    period
    orderBy
    order
    limit
    target
    targets {
      id
      value
    }
    hasPolicyTargets
    minimumSample
    isBars
    hasSpark
    drivers
    annotations
    opens
    text
    states
    runOrder
    side
  }
}`) as unknown as TypedDocumentString<CheckDashboardQuery, CheckDashboardQueryVariables>;
export const SaveDashboardDocument = new TypedDocumentString(`
    mutation SaveDashboard($input: SaveDashboardInput!) {
  saveDashboard(input: $input) {
    ... on Dashboard {
      id
      version
    }
    ... on DashboardProblem {
      code
      message
      faults {
        line
        field
        detail
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SaveDashboardMutation, SaveDashboardMutationVariables>;
export const CopyDashboardDocument = new TypedDocumentString(`
    mutation CopyDashboard($id: ID!, $title: String!) {
  copyDashboard(id: $id, title: $title) {
    ... on Dashboard {
      id
      version
    }
    ... on DashboardProblem {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CopyDashboardMutation, CopyDashboardMutationVariables>;
export const DeleteDashboardDocument = new TypedDocumentString(`
    mutation DeleteDashboard($id: ID!, $expectedVersion: Int!) {
  deleteDashboard(id: $id, expectedVersion: $expectedVersion) {
    ... on RemovedDashboard {
      id
      hasSeed
    }
    ... on DashboardProblem {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteDashboardMutation, DeleteDashboardMutationVariables>;
export const EvidenceDocument = new TypedDocumentString(`
    query Evidence($query: MetricRowsInput!, $first: Int) {
  metricRows(query: $query, first: $first) {
    nodes {
      id
      kind
      at
      client
      store
      channel
      partner
      workflow
      run
      source
      contribution
      currency
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<EvidenceQuery, EvidenceQueryVariables>;
export const RejectedEventsDocument = new TypedDocumentString(`
    query RejectedEvents($filter: RejectedEventFilterInput, $first: Int, $after: String) {
  rejectedEvents(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      request
      position
      receivedAt
      time
      reason
      field
      detail
      client
      source
      store
      id
      sentBy
      payload
      payloadBytes
    }
  }
}
    `) as unknown as TypedDocumentString<RejectedEventsQuery, RejectedEventsQueryVariables>;
export const RejectedReasonsDocument = new TypedDocumentString(`
    query RejectedReasons($filter: RejectedEventFilterInput) {
  rejectedEvents(filter: $filter, first: 1) {
    totalCount
    reasonCounts {
      reason
      source
      count
      newestAt
    }
  }
}
    `) as unknown as TypedDocumentString<RejectedReasonsQuery, RejectedReasonsQueryVariables>;
export const ReplaysDocument = new TypedDocumentString(`
    query Replays {
  replays {
    ...ReplayRow
  }
}
    fragment ReplayRow on Replay {
  id
  what
  by
  from
  to
  clients
  sources
  reasons
  state
  read
  accepted
  rejected
  duplicates
  requestedAt
  requestedBy
  startedAt
  endedAt
  error
}`) as unknown as TypedDocumentString<ReplaysQuery, ReplaysQueryVariables>;
export const StartReplayDocument = new TypedDocumentString(`
    mutation StartReplay($input: StartReplayInput!) {
  startReplay(input: $input) {
    __typename
    ... on ReplayRequested {
      replay {
        ...ReplayRow
      }
    }
    ... on ReplayRefused {
      reason
      field
      message
    }
  }
}
    fragment ReplayRow on Replay {
  id
  what
  by
  from
  to
  clients
  sources
  reasons
  state
  read
  accepted
  rejected
  duplicates
  requestedAt
  requestedBy
  startedAt
  endedAt
  error
}`) as unknown as TypedDocumentString<StartReplayMutation, StartReplayMutationVariables>;
export const CancelReplayDocument = new TypedDocumentString(`
    mutation CancelReplay($id: ID!) {
  cancelReplay(id: $id) {
    __typename
    ... on ReplayCancelled {
      replay {
        ...ReplayRow
      }
    }
    ... on ReplayRefused {
      reason
      message
    }
  }
}
    fragment ReplayRow on Replay {
  id
  what
  by
  from
  to
  clients
  sources
  reasons
  state
  read
  accepted
  rejected
  duplicates
  requestedAt
  requestedBy
  startedAt
  endedAt
  error
}`) as unknown as TypedDocumentString<CancelReplayMutation, CancelReplayMutationVariables>;
export const ExceptionListDocument = new TypedDocumentString(`
    query ExceptionList($filter: ExceptionFilterInput!, $first: Int, $after: String) {
  exceptions(filter: $filter, first: $first, after: $after) {
    asOf
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      client
      class
      store
      channel
      partner
      workflow
      run
      message
      raisedAt
      resolvedAt
      cause
      resolution
      state
      ageSeconds
      severity
      severityParts {
        id
        title
        points
        most
        value
        full
        unit
      }
      alike {
        open
        stores
      }
      money {
        amount
        currency
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExceptionListQuery, ExceptionListQueryVariables>;
export const ExceptionClassesDocument = new TypedDocumentString(`
    query ExceptionClasses($filter: ExceptionFilterInput!) {
  exceptions(filter: $filter, first: 1) {
    totalCount
    classes {
      class
      count
      stores
      money {
        amount
        currency
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExceptionClassesQuery, ExceptionClassesQueryVariables>;
export const OpenExceptionCountDocument = new TypedDocumentString(`
    query OpenExceptionCount($filter: ExceptionFilterInput!) {
  exceptions(filter: $filter, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<OpenExceptionCountQuery, OpenExceptionCountQueryVariables>;
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
    receivedAt
    isExpectedNow
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
export const ProcessDocument = new TypedDocumentString(`
    query Process($workflow: ID!, $filter: ScopeFilterInput, $from: DateTime!, $to: DateTime!, $limit: Int, $mergeRepeats: Boolean) {
  variants(
    workflow: $workflow
    filter: $filter
    from: $from
    to: $to
    limit: $limit
    mergeRepeats: $mergeRepeats
  ) {
    asOf
    cases
    casesWithLoops
    casesWithRepeats
    casesWithoutSteps
    durationP50
    durationP95
    edgeCount
    noConformanceReason
    singletonCount
    stepFigureCount
    variantCount
    outcomes {
      outcome
      cases
    }
    others {
      cases
      share
      variants
    }
    conformance {
      conforming
      share
      declared {
        step
        isOptional
        mayRepeat
      }
      deviations {
        kind
        step
        cases
        share
      }
    }
    edges {
      from
      to
      count
      durationP50
      durationP95
    }
    stepFigures {
      step
      cases
      times
      starts
      ends
      repeats
      reworkedCases
      failures
      failureRate
      share
      shareOfAll
      isBottleneck
      workP50
      workP95
      waitP50
      waitP95
    }
    variants {
      steps
      stepCount
      isCut
      cases
      share
      durationP50
      durationP95
      outcomes {
        outcome
        cases
      }
      deviations {
        kind
        step
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProcessQuery, ProcessQueryVariables>;
export const ProcessPeersDocument = new TypedDocumentString(`
    query ProcessPeers($workflow: ID!, $filter: ScopeFilterInput, $from: DateTime!, $to: DateTime!, $limit: Int, $mergeRepeats: Boolean) {
  processComparison(
    workflow: $workflow
    filter: $filter
    from: $from
    to: $to
    limit: $limit
    mergeRepeats: $mergeRepeats
  ) {
    asOf
    dimension
    isAggregateOnly
    peers
    a {
      cases
      durationP50
      durationP95
    }
    b {
      cases
      durationP50
      durationP95
    }
    stepFigures {
      step
      workP50Difference
      waitP50Difference
      a {
        share
        workP50
        waitP50
        cases
      }
      b {
        share
        workP50
        waitP50
        cases
      }
    }
    variants {
      steps
      stepCount
      isCut
      shareDifference
      a {
        cases
        share
      }
      b {
        cases
        share
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProcessPeersQuery, ProcessPeersQueryVariables>;
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
    expectation {
      expected
      answers
      answered {
        amount
        currency
      }
    }
    sla {
      policy
      policyVersion
      title
      tier
      target
      calendar
      limitSeconds
      clockSeconds
      dueAt
      atRiskAt
    }
    expected {
      isConforming
      rule {
        id
        version
        title
        withinSeconds
        when
        expect
        cancel
        key
      }
      steps {
        step
        status
        place
        happenedAs
        isOptional
        mayRepeat
        times
        failures
        startedAt
        finishedAt
      }
    }
    relatedRuns(first: 30) {
      relations
      run {
        ...RunRow
      }
    }
    links {
      traceId
      spanId
      run {
        ...RunRow
      }
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
export const RunFacetsDocument = new TypedDocumentString(`
    query RunFacets($filter: RunFilterInput!) {
  runs(filter: $filter, first: 1) {
    totalCount
    facets {
      facet
      values {
        id
        client
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RunFacetsQuery, RunFacetsQueryVariables>;
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
export const MetricLinesDocument = new TypedDocumentString(`
    query MetricLines($query: MetricQueryInput!) {
  metrics(query: $query) {
    groups {
      key {
        dimension
        id
      }
      values {
        series {
          at
          value
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MetricLinesQuery, MetricLinesQueryVariables>;
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
export const ReportingPeriodsDocument = new TypedDocumentString(`
    query ReportingPeriods($client: ID, $timeZone: String) {
  reportingPeriods(client: $client, timeZone: $timeZone) {
    id
    title
    calendar
    from
    to
  }
}
    `) as unknown as TypedDocumentString<ReportingPeriodsQuery, ReportingPeriodsQueryVariables>;
