import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** What the fake is asked: the body as OpenAI's protocol has it. */
export interface Asked {
  path: string;
  headers: IncomingHttpHeaders;
  body: {
    model: string;
    messages: { role: string; content: string }[];
    response_format?: { type: string; json_schema?: { schema: object } };
  };
}

/** What it does: answers content, a whole body, a status, or never. */
export type Act =
  | { content: unknown; finish?: string }
  | { body: string }
  | { status: number; headers?: Record<string, string> }
  | { silent: true }
  | { stalled: true };

export interface FakeEndpoint {
  /** As LLM_BASE_URL would be. */
  baseUrl: string;
  asked: Asked[];
  close: () => Promise<void>;
}

/** A server on loopback that speaks chat completions and does with each request what it is told, the last act again and again. */
export async function fakeEndpoint(acts: readonly Act[] | ((asked: Asked) => Act)): Promise<FakeEndpoint> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
    });
    request.on("end", () => {
      const it: Asked = { path: request.url ?? "", headers: request.headers, body: JSON.parse(text) };
      asked.push(it);
      const act = typeof acts === "function" ? acts(it) : (acts[Math.min(asked.length, acts.length) - 1] as Act);
      if ("silent" in act) return;
      if ("stalled" in act) {
        response.writeHead(200, { "content-type": "application/json" }).write('{"choices": [');
        return;
      }
      if ("status" in act) {
        response.writeHead(act.status, act.headers).end(JSON.stringify({ error: { message: "no" } }));
        return;
      }
      response.setHeader("content-type", "application/json");
      if ("body" in act) response.end(act.body);
      else {
        const content = typeof act.content === "string" ? act.content : JSON.stringify(act.content);
        response.end(
          JSON.stringify({
            id: "c1",
            object: "chat.completion",
            model: it.body.model,
            choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: act.finish ?? "stop" }],
          }),
        );
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
