import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv } from "ajv";
import { parse } from "yaml";

const ROOT = resolve(import.meta.dirname, "../..");
const text = readFileSync(resolve(ROOT, "docker-compose.yml"), "utf8");

interface Service {
  environment: Record<string, string>;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
}
const compose = parse(text, { merge: true }) as { services: Record<string, Service>; volumes: Record<string, unknown> };

/** The official schema (compose-spec/compose-spec, Apache-2.0) as the maintained package `dclint` ships it. */
const schema = JSON.parse(
  readFileSync(resolve(ROOT, "node_modules/dclint/schemas/compose.schema.json"), "utf8"),
) as Record<string, unknown>;

describe("docker-compose.yml", () => {
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile({
    ...schema,
    $schema: "http://json-schema.org/draft-07/schema#",
  });

  it("is valid against the schema of the Compose Specification", () => {
    expect(validate(compose) ? [] : validate.errors).toEqual([]);
  });

  it("would be refused with a word the specification does not know", () => {
    expect(validate({ ...compose, services: { api: { image: "a", healthchek: {} } } })).toBe(false);
  });

  it("runs every role once and each alone, on engines of their own", () => {
    const roles = Object.values(compose.services).map((service) => service.environment["WATCHFLOOR_ROLES"]);
    expect(roles.filter((role) => role !== undefined).sort()).toEqual(["api", "ingest", "worker"]);
    expect(Object.keys(compose.services).sort()).toEqual(["api", "clickhouse", "ingest", "postgres", "worker"]);
  });

  it.each(Object.keys(compose.services))("checks the health of %s", (name) => {
    expect(compose.services[name]?.healthcheck?.test.length).toBeGreaterThan(1);
  });

  it.each(["ingest", "api", "worker"])("starts %s when both engines are healthy", (name) => {
    expect(compose.services[name]?.depends_on).toEqual({
      clickhouse: { condition: "service_healthy" },
      postgres: { condition: "service_healthy" },
    });
  });

  it("keeps what the engines and the spool write in volumes", () => {
    const mounted = Object.values(compose.services).flatMap((service) => service.volumes ?? []);
    expect(mounted.map((volume) => volume.split(":")[0]).sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  it("has no default for a secret, and .env.example lists each of them", () => {
    const example = readFileSync(resolve(ROOT, ".env.example"), "utf8");
    const asked = [...text.matchAll(/\$\{(\w+)(:[?-])/g)].map(([, name, kind]) => ({ name: name ?? "", kind }));
    const secrets = asked.filter(({ name }) => /PASSWORD|KEY|SECRET/.test(name));
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.filter(({ kind }) => kind !== ":?")).toEqual([]);
    for (const { name } of asked) expect(example).toMatch(new RegExp(`^(# )?${name}=`, "m"));
  });
});
