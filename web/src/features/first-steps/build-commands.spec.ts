import { buildCommands } from "./build-commands.js";

describe("the commands of the first steps", () => {
  const now = new Date("2026-04-10T12:00:00Z");
  const { curl, openTelemetry } = buildCommands({ address: "http://127.0.0.1:4318", key: "wfi_1", now });

  it("send an event that is complete and not in the future", () => {
    const event = JSON.parse(/-d '(.*)'$/.exec(curl)?.[1] ?? "") as Record<string, string>;
    expect(event).toMatchObject({
      kind: "run.finished",
      time: now.toISOString(),
      startedAt: "2026-04-10T11:58:30.000Z",
    });
    expect(Object.keys(event).sort()).toEqual([
      "client",
      "id",
      "kind",
      "outcome",
      "run",
      "source",
      "startedAt",
      "time",
      "workflow",
    ]);
    expect(curl).toContain("http://127.0.0.1:4318/v1/events");
    expect(curl).toContain("Bearer wfi_1");
  });

  it("tell an SDK where and as whom to send, in the encoding its headers need", () => {
    expect(openTelemetry).toContain("OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318\n");
    expect(openTelemetry).toContain("Authorization=Bearer%20wfi_1");
  });
});
