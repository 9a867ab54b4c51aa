import type { Request, Response } from "express";
import type { z } from "zod";
import type { Endpoint as SecondReader } from "#graph/extraction/reader/endpoint.ts";
import type { DocumentTexts } from "#graph/queries/document-texts.ts";
import type { Asked } from "#graph/queries/rows.ts";
import type { GraphStore } from "#graph/store/store.ts";
import type { Applying } from "../reviews/applying.ts";
import type { Uploaded } from "./upload.ts";

/** What an endpoint may use besides its input. */
export interface Surroundings {
  readonly store: GraphStore;
  readonly texts: DocumentTexts;
  /** The clock, so that tests can set it. */
  readonly now: () => Date;
  /** Reads documents a second time, where there is one. */
  readonly reader: SecondReader | null;
  /** The apply that this process runs, if any. */
  readonly applying: Applying;
}

export interface Call<Input> {
  readonly input: Input;
  /** The store, with a signal that aborts when the client goes away. */
  readonly asked: Asked;
  readonly around: Surroundings;
  readonly request: Request;
  readonly response: Response;
  /** What was sent to an endpoint that takes uploads; empty elsewhere. */
  readonly upload: Uploaded;
  /** Who writes, as they name themselves in the header X-Editor. */
  readonly editor: string;
}

export interface Endpoint {
  readonly method: "get" | "post" | "put" | "delete";
  /** Below /api/v1, with parameters as `{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  /** Largest body; 1 MB when left out. */
  readonly bodyMb?: number;
  /** Takes files: multipart, or one as raw bytes; in place of `body`. */
  readonly uploads?: true;
  /** Absent for an endpoint that sends its answer itself. */
  readonly answer?: z.ZodType;
  /** Media type of an answer that is not JSON from `answer`. */
  readonly sends?: string;
  readonly status?: number;
  /** Needs the editor token. */
  readonly writes?: true;
  /** Status codes besides 400, 429, 500 and 503 that it can answer. */
  readonly faults?: readonly number[];
  readonly run: (call: Call<Record<string, unknown>>) => Promise<unknown>;
}

type Shape<T> = T extends z.ZodObject ? z.output<T> : Record<never, never>;

interface Declared<P, Q, B> extends Omit<Endpoint, "params" | "query" | "body" | "run"> {
  params?: P;
  query?: Q;
  body?: B;
  run: (call: Call<Shape<P> & Shape<Q> & Shape<B>>) => Promise<unknown>;
}

/** Declares a call of the API: routing, parsing and its description in OpenAPI are derived from this one record. */
export function endpoint<P extends z.ZodObject | undefined, Q extends z.ZodObject | undefined, B extends z.ZodObject | undefined>(
  declared: Declared<P, Q, B>,
): Endpoint {
  return declared as Endpoint;
}
