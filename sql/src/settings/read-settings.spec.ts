import { readSettings, SettingsFault } from "./read-settings.js";

describe("readSettings", () => {
  it("has a default for everything", () => {
    expect(readSettings({})).toMatchObject({
      dataDirectory: "./data",
      port: 8080,
      ingestPort: 4318,
      host: "127.0.0.1",
      demo: undefined,
      tenant: "default",
      roles: ["ingest", "api", "worker"],
    });
  });

  it("treats an empty variable as unset", () => {
    expect(readSettings({ DATABASE_URL: "", WATCHFLOOR_PORT: "" })).toMatchObject({
      databaseUrl: undefined,
      port: 8080,
    });
  });

  it("reports all faults together, each with its variable", () => {
    const read = () =>
      readSettings({ WATCHFLOOR_PORT: "http", WATCHFLOOR_ROLES: "api,cook", WATCHFLOOR_ADMIN_EMAIL: "me" });
    expect(read).toThrow(SettingsFault);
    expect(read).toThrow(/WATCHFLOOR_PORT[\s\S]*WATCHFLOOR_ADMIN_EMAIL[\s\S]*WATCHFLOOR_ROLES/);
  });

  it.each([
    [{ WATCHFLOOR_DEMO: "on", WATCHFLOOR_HOST: "0.0.0.0" }, "loopback"],
    [{ CLICKHOUSE_CLUSTER: "main" }, "CLICKHOUSE_URL"],
    [{ DATABASE_URL: "postgres://u@h/d" }, "WATCHFLOOR_AUTH_SECRET"],
    [{ WATCHFLOOR_ROLES: "ingest", CLICKHOUSE_URL: "http://h:8123" }, "DATABASE_URL"],
    [{ WATCHFLOOR_SECRET_KEY: "short" }, "WATCHFLOOR_SECRET_KEY must have at least 32 characters"],
    [{ DATABASE_URL: "mysql://u@h/d" }, "DATABASE_URL must be an address"],
  ])("refuses %j", (environment, word) => {
    expect(() => readSettings(environment)).toThrow(word);
  });
});
