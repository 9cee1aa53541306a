-- A refused event can be replayed. `sent_by` = id of the key it came with ('' = before that was kept): a replay decides by what that key may
-- send now. `replayed_at` = when all that was wanted of it was accepted; NULL = it is refused still. The newest insert of a row counts.
ALTER TABLE rejected_event {on_cluster} ADD COLUMN IF NOT EXISTS sent_by LowCardinality(String);
ALTER TABLE rejected_event {on_cluster} ADD COLUMN IF NOT EXISTS replayed_at Nullable(DateTime64(3, 'UTC'));
