export * from "./registry.js";
export * from "./anomalies.js";
export * from "./calendar.js";
export * from "./keys.js";
export * from "./identity.js";
export * from "./expectations.js";
export * from "./webhooks.js";
