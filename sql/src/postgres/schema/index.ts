export * from "./registry.js";
export * from "./calendar.js";
export * from "./keys.js";
export * from "./identity.js";
export * from "./expectations.js";
export * from "./webhooks.js";
export * from "./sla.js";
