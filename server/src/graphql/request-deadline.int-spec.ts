import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ClickHouseFailure, openEmbeddedClickHouse, type ClickHouse } from "@watchfloor/sql";
import fastify, { type FastifyInstance } from "fastify";
import { RequestDeadline } from "./request-deadline.js";

const FOREVER = "SELECT sum(sipHash64(number)) AS s FROM numbers(100000000000)";

describe("the deadline of a request", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-deadline-"));
  let engine: ClickHouse;
  let limited: ClickHouse;
  let app: FastifyInstance;
  let base: string;

  beforeAll(async () => {
    engine = openEmbeddedClickHouse(directory);
    const deadline = new RequestDeadline();
    limited = deadline.limit(engine);
    app = fastify();
    deadline.attach(app);
    app.post("/slow", async (_request, reply) => {
      try {
        await limited.query({ name: "slow", sql: FOREVER });
        return await reply.send({ code: "answered" });
      } catch (cause) {
        return reply.send({ code: cause instanceof ClickHouseFailure ? cause.code : "surprise" });
      }
    });
    app.post("/limit", () =>
      limited.query({ name: "limit", sql: "SELECT getSetting('max_execution_time') AS seconds" }),
    );
    base = await app.listen({ host: "127.0.0.1", port: 0 });
  });
  afterAll(async () => {
    await app.close();
    await engine.close();
    rmSync(directory, { recursive: true, force: true });
  });
  const post = async (path: string, timeout?: string): Promise<unknown> => {
    const headers = timeout === undefined ? {} : { "x-watchfloor-timeout-ms": timeout };
    const body = JSON.stringify({ some: "body" });
    const answer = await fetch(`${base}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });
    return answer.json();
  };

  it("ends a question in the engine when the sender's time is over, and each request has its own", async () => {
    const startedAt = performance.now();
    const timed = async (timeout: string) => {
      const answer = await post("/slow", timeout);
      return { answer, tookMs: performance.now() - startedAt };
    };
    const [short, long] = await Promise.all([timed("300"), timed("1500")]);
    expect([short.answer, long.answer]).toEqual([{ code: "159" }, { code: "159" }]);
    expect(short.tookMs).toBeLessThan(1_400);
    expect(long.tookMs).toBeGreaterThan(1_400);
  });

  it("is 15 s unless told, never more, and what is said wrongly changes nothing", async () => {
    for (const timeout of [undefined, "99999999", "soon", "-1", "1e3"]) {
      const [row] = (await post("/limit", timeout)) as { seconds: number }[];
      expect(row?.seconds).toBeGreaterThan(14);
      expect(row?.seconds).toBeLessThanOrEqual(15);
    }
  });

  it("does not touch work that belongs to no request", async () => {
    const asked = limited.query({ name: "limit", sql: "SELECT getSetting('max_execution_time') AS seconds" });
    expect(await asked).toEqual([{ seconds: 30 }]);
  });
});
