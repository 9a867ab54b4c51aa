import type { ApiError } from "#graph/model/api-error.ts";

/** A call that failed: what, why, and what to do, in the server's words where there are any. */
export class ApiFailure extends Error {
  override readonly name = "ApiFailure";
  readonly code: string;
  readonly remedy: string;
  readonly details: ApiError["error"]["details"];
  readonly status: number;

  constructor(failure: { status: number; code: string; message: string; remedy: string; details?: ApiError["error"]["details"] }) {
    super(failure.message);
    this.status = failure.status;
    this.code = failure.code;
    this.remedy = failure.remedy;
    this.details = failure.details ?? [];
  }

  /** Nobody answered: the server is down, or the network is. */
  get unreachable(): boolean {
    return this.status === 0;
  }
}

/** Nobody answered, as `unreachable` of a failure tells it. */
export const isUnreachable = (error: unknown): boolean => error instanceof ApiFailure && error.unreachable;

export interface RequestOptions {
  signal?: AbortSignal | undefined;
  /** Sent as JSON, or as it is where it is a form. */
  body?: unknown;
  /** Default: POST with a body, else GET. */
  method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Editor token. */
  token?: string | null;
  /** Who writes, as revisions will name them. */
  who?: string | null;
}

function initOf({ signal, body, method, token, who }: RequestOptions): RequestInit {
  const json = body !== undefined && !(body instanceof FormData);
  const headers = {
    ...(json ? { "content-type": "application/json" } : {}),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    // Headers carry Latin letters only.
    ...(who ? { "x-editor": encodeURIComponent(who) } : {}),
  };
  return {
    signal: signal ?? null,
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers,
    ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : (body as FormData) }),
  };
}

const isEnvelope = (value: unknown): value is ApiError =>
  typeof value === "object" && value !== null && "error" in value && typeof value.error === "object" && value.error !== null;

/** `path` below /api/v1. Throws ApiFailure; an abort stays an AbortError. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(`/api/v1${path}`, initOf(options));
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiFailure({ status: 0, code: "unreachable", message: "", remedy: "" });
  }
  const parsed: unknown = await answer.json().catch(() => null);
  if (answer.ok && parsed !== null) return parsed as T;
  if (isEnvelope(parsed)) throw new ApiFailure({ status: answer.status, ...parsed.error });
  const gateway = answer.status === 502 || answer.status === 504 || answer.status === 500;
  throw new ApiFailure({ status: gateway ? 0 : answer.status, code: "unreachable", message: `HTTP ${answer.status}`, remedy: "" });
}

/** `?a=1&b=x`; undefined and empty values are left out. */
export function queryString(values: Record<string, string | number | boolean | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined && value !== "") search.set(name, String(value));
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}
