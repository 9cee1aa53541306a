/** EXCEPTION_STATES: whether somebody must still look at it. */
export const EXCEPTION_STATES = ["OPEN", "RESOLVED"] as const;
/** ExceptionState is one of `EXCEPTION_STATES`. */
export type ExceptionState = (typeof EXCEPTION_STATES)[number];
/** EXCEPTION_ORDERS: worst, most money, oldest or newest first. */
export const EXCEPTION_ORDERS = ["SEVERITY", "MONEY", "OLDEST", "NEWEST"] as const;
/** ExceptionOrder is one of `EXCEPTION_ORDERS`. */
export type ExceptionOrder = (typeof EXCEPTION_ORDERS)[number];
/** SEVERITY_PARTS are what severity is made of, in the order they are told. */
export const SEVERITY_PARTS = ["MONEY", "COMPLIANCE", "PARTNER", "AGE"] as const;
/** SeverityPartName is one of `SEVERITY_PARTS`. */
export type SeverityPartName = (typeof SEVERITY_PARTS)[number];
