import type { WebhookSource } from "@watchfloor/sql";

/** renderWebhookSources writes the sources of a tenant with the ids of their secrets, one secret a line. */
export function renderWebhookSources(sources: readonly WebhookSource[]): string {
  if (sources.length === 0) return "No webhook source is declared: npm run webhook -- add <source> --help";
  return sources.flatMap(renderSource).join("\n");
}

function renderSource({ source, style, mapping, client, revokedAt, secrets }: WebhookSource): string[] {
  const state = revokedAt === null ? "" : `, revoked ${revokedAt.toISOString()}`;
  return [
    `${source}: ${style}, mapping ${mapping}, client ${client}${state}`,
    ...secrets.map(({ id, createdAt, revokedAt: endedAt }) => {
      const ended = endedAt === null ? "active" : `revoked ${endedAt.toISOString()}`;
      return `  secret ${id} of ${createdAt.toISOString()}: ${ended}`;
    }),
  ];
}
