-- Until when the source of a feed has sent everything, by its heartbeats, and when it said so (decision 0042). 1970 = it says nothing of it.
ALTER TABLE feed {on_cluster} ADD COLUMN IF NOT EXISTS complete SimpleAggregateFunction(max, Tuple(DateTime64(3, 'UTC'), DateTime64(3, 'UTC')));
