-- What was promised of a run, as it was decided when the row was written: by which book of policies (its number, 0 = not decided), by which
-- policy ('id@version', '' = the source's own deadline), until when it is kept, and the instant before it is at risk (decision 0039).
ALTER TABLE run {on_cluster} ADD COLUMN IF NOT EXISTS promise_book UInt64;
ALTER TABLE run {on_cluster} ADD COLUMN IF NOT EXISTS promise_policy LowCardinality(String);
ALTER TABLE run {on_cluster} ADD COLUMN IF NOT EXISTS promise_due DateTime64(3, 'UTC');
ALTER TABLE run {on_cluster} ADD COLUMN IF NOT EXISTS promise_risk DateTime64(3, 'UTC');
ALTER TABLE open_run {on_cluster} ADD COLUMN IF NOT EXISTS promise_book UInt64;
ALTER TABLE open_run {on_cluster} ADD COLUMN IF NOT EXISTS promise_policy LowCardinality(String);
ALTER TABLE open_run {on_cluster} ADD COLUMN IF NOT EXISTS promise_due DateTime64(3, 'UTC');
ALTER TABLE open_run {on_cluster} ADD COLUMN IF NOT EXISTS promise_risk DateTime64(3, 'UTC');
