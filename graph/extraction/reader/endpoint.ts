import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";

/** Any endpoint that speaks OpenAI's chat completions. */
export interface Endpoint {
  /** Up to and with the version: `https://host/v1`. */
  baseUrl: string;
  model: string;
  apiKey: string | null;
}

export interface AskOptions {
  /** Of one request. */
  timeoutMs?: number;
  /** Requests for one answer, the first included. */
  attempts?: number;
  /** Waits between requests; passed in so that tests do not. */
  wait?: (ms: number) => Promise<unknown>;
  signal?: AbortSignal;
}

/** The second reader gave no answer that can be used. What the rules found stands without it. */
export class ReaderFailed extends Error {
  /** Asking again, or for another part of the text, will not help. */
  readonly lasting: boolean;
  constructor({ fault, remedy, lasting = false, cause }: { fault: string; remedy: string; lasting?: boolean; cause?: unknown }) {
    super(`Asking the second reader: ${fault}; ${remedy}`, { cause });
    this.name = "ReaderFailed";
    this.lasting = lasting;
  }
}

export interface Message {
  role: "system" | "user";
  content: string;
}

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }), finish_reason: z.string().nullish() })).min(1),
});

const longestWaitMs = 30_000;

/** An answer, read to its end within the time that it has. */
interface Answer {
  status: number;
  retryAfter: string | null;
  text: string;
}

/** What the endpoint asks to wait, or twice as long each time. */
function waitOf({ retryAfter }: Answer, attempt: number): number {
  const asked = retryAfter === null ? Number.NaN : Number(retryAfter);
  return Math.min(Number.isFinite(asked) && asked >= 0 ? asked * 1000 : 500 * 2 ** attempt, longestWaitMs);
}

async function request(
  endpoint: Endpoint,
  body: object,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal | undefined },
): Promise<Answer> {
  const late = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(`${endpoint.baseUrl.replace(/\/+$/, "")}/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(endpoint.apiKey === null ? {} : { authorization: `Bearer ${endpoint.apiKey}` }) },
      body: JSON.stringify(body),
      signal: signal === undefined ? late : AbortSignal.any([late, signal]),
    });
    return { status: response.status, retryAfter: response.headers.get("retry-after"), text: await response.text() };
  } catch (cause) {
    signal?.throwIfAborted();
    if (late.aborted)
      throw new ReaderFailed({ fault: `no answer within ${timeoutMs} ms`, remedy: "try again, or take a faster model (LLM_MODEL)", cause });
    throw new ReaderFailed({ fault: "the endpoint cannot be reached", remedy: "check LLM_BASE_URL", lasting: true, cause });
  }
}

function refusal(status: number): ReaderFailed {
  if (status === 401 || status === 403)
    return new ReaderFailed({ fault: `the endpoint refused the key (${status})`, remedy: "check LLM_API_KEY", lasting: true });
  if (status === 404)
    return new ReaderFailed({
      fault: "the endpoint knows no such address or model (404)",
      remedy: "check LLM_BASE_URL and LLM_MODEL",
      lasting: true,
    });
  if (status === 429) return new ReaderFailed({ fault: "the endpoint takes no more requests now (429)", remedy: "try again later" });
  return new ReaderFailed({
    fault: `the endpoint answered ${status}`,
    remedy: status >= 500 ? "try again later" : "check LLM_MODEL: the request was not understood",
  });
}

/** The words between the braces: some models wrap their answer in a fence or a sentence. */
function jsonIn(content: string): unknown {
  const from = content.indexOf("{");
  const to = content.lastIndexOf("}");
  try {
    return JSON.parse(content.slice(from, to + 1));
  } catch (cause) {
    throw new ReaderFailed({ fault: "the answer is no JSON", remedy: "take a model that keeps to a JSON schema (LLM_MODEL)", cause });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function contentOf({ text }: Answer): unknown {
  const found = completion.safeParse(parsed(text));
  if (!found.success)
    throw new ReaderFailed({ fault: "the answer is no chat completion", remedy: "check LLM_BASE_URL: it must speak OpenAI's protocol" });
  const [choice] = found.data.choices;
  if (choice?.finish_reason === "length")
    throw new ReaderFailed({
      fault: "the answer was cut off at the model's limit",
      remedy: "take a model with a longer output (LLM_MODEL)",
    });
  return jsonIn(choice?.message.content ?? "");
}

/**
 * One question, one JSON answer, unchecked against the schema. 429 and 5xx are asked again, as long as the endpoint says. An endpoint that
 * does not know `json_schema` is asked for plain JSON. Throws ReaderFailed; never tells the key.
 */
export async function ask(
  endpoint: Endpoint,
  { messages, schema }: { messages: readonly Message[]; schema: object },
  { timeoutMs = 120_000, attempts = 4, wait = pause, signal }: AskOptions = {},
): Promise<unknown> {
  let format: object | null = { type: "json_schema", json_schema: { name: "proposals", strict: true, schema } };
  let failure: ReaderFailed | null = null;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const body = { model: endpoint.model, messages, temperature: 0, ...(format === null ? {} : { response_format: format }) };
    const response = await request(endpoint, body, { timeoutMs, signal });
    if (response.status >= 200 && response.status < 300) return contentOf(response);
    failure = refusal(response.status);
    if ((response.status === 400 || response.status === 422) && format !== null) format = null;
    else if (response.status !== 429 && response.status < 500) break;
    else if (attempt + 1 < attempts) await wait(waitOf(response, attempt));
  }
  throw failure ?? new ReaderFailed({ fault: "it was not asked", remedy: "allow one attempt or more" });
}
