/** FirstCommands are what a person types to send the first event, one text a way. */
export interface FirstCommands {
  readonly curl: string;
  readonly openTelemetry: string;
  readonly file: string;
}

/** buildCommands writes the commands with the address and key of this installation; each can be pasted into a shell as it is. */
export function buildCommands({ address, key, now }: { address: string; key: string; now: Date }): FirstCommands {
  const event = {
    id: `first-${now.getTime()}`,
    kind: "run.finished",
    time: now.toISOString(),
    source: "my-shop",
    client: "my-client",
    workflow: "order-to-erp",
    run: "order-1",
    startedAt: new Date(now.getTime() - 90_000).toISOString(),
    outcome: "succeeded",
  };
  return {
    curl: [
      `curl -X POST ${address}/v1/events \\`,
      `  -H 'Authorization: Bearer ${key}' \\`,
      "  -H 'Content-Type: application/json' \\",
      `  -d '${JSON.stringify(event)}'`,
    ].join("\n"),
    openTelemetry: [
      `export OTEL_EXPORTER_OTLP_ENDPOINT=${address}`,
      `export OTEL_EXPORTER_OTLP_HEADERS="Authorization=Bearer%20${key}"`,
      "export OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf",
      "export OTEL_RESOURCE_ATTRIBUTES=watchfloor.client=my-client",
    ].join("\n"),
    file: "npm run import -- incidents.csv --map dashboards/mappings/incident-log.mapping.yaml --client my-client --dry-run",
  };
}
