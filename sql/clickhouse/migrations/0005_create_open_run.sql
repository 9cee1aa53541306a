-- open_run: what is open now, without looking for it among all runs. It holds the newest version of every run that was open when
-- it was stored or had ended less than 15 minutes before, and of those that were here already. Ended ones are swept by the
-- worker once they and their rows are older than that; `stored_at` only serves the sweep.
CREATE TABLE open_run {on_cluster}
(
    tenant           LowCardinality(String),
    day              Date,
    client           LowCardinality(String),
    workflow         LowCardinality(String),
    run              String,
    kind             LowCardinality(String),
    workflow_version LowCardinality(String),
    source           LowCardinality(String),
    store            LowCardinality(String),
    channel          LowCardinality(String),
    partner          LowCardinality(String),
    region           LowCardinality(String),
    brand            LowCardinality(String),
    correlation      String,
    actor            LowCardinality(String),
    entity_type      LowCardinality(String),
    entity_id        String,
    entity_version   String,
    change           String,
    target           String,
    system           LowCardinality(String),
    started_at       DateTime64(3, 'UTC'),
    due_at           DateTime64(3, 'UTC'),
    finished_at      DateTime64(3, 'UTC'),
    outcome          LowCardinality(String),
    promise          LowCardinality(String),
    attempts         UInt32,
    superseded       Bool,
    mismatched_at    DateTime64(3, 'UTC'),
    error_class      LowCardinality(String),
    error_code       LowCardinality(String),
    error_message    String,
    money            Decimal(18, 4),
    currency         LowCardinality(String),
    human_touched    Bool,
    evidence         String,
    attributes       Map(LowCardinality(String), String),
    version          UInt64,
    stored_at        DateTime('UTC') DEFAULT now('UTC')
)
ENGINE = {engine:ReplacingMergeTree(version)}
ORDER BY (tenant, client, workflow, run);

INSERT INTO open_run (tenant, day, client, workflow, run, kind, workflow_version, source, store, channel, partner, region, brand,
    correlation, actor, entity_type, entity_id, entity_version, change, target, system, started_at, due_at, finished_at, outcome, promise,
    attempts, superseded, mismatched_at, error_class, error_code, error_message, money, currency, human_touched, evidence, attributes, version)
SELECT tenant, day, client, workflow, run, kind, workflow_version, source, store, channel, partner, region, brand,
    correlation, actor, entity_type, entity_id, entity_version, change, target, system, started_at, due_at, finished_at, outcome, promise,
    attempts, superseded, mismatched_at, error_class, error_code, error_message, money, currency, human_touched, evidence, attributes, version
FROM run FINAL
WHERE finished_at > now64(3, 'UTC') - INTERVAL 15 MINUTE;
