/** DEMO_PEOPLE is the injection token of the people the sign-in page offers; none outside a demonstration. */
export const DEMO_PEOPLE = Symbol("DemoPeople");
