/** FAR_FUTURE stands for an absent instant in ClickHouse rows, so that minmax indexes answer "open" and "overdue". */
export const FAR_FUTURE = "2200-01-01 00:00:00.000";
