/** Value is what an expression gives; a Date is an instant, undefined is absent. */
export type Value = string | number | boolean | Date | undefined;
