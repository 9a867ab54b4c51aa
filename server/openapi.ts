import { z } from "zod";
import { apiError } from "#graph/model/api-error.ts";
import type { Endpoint } from "./http/endpoint.ts";

type Json = Record<string, unknown>;

const reasons: Readonly<Record<number, string>> = {
  400: "Invalid input",
  401: "No token",
  403: "Wrong token, or a read-only server",
  404: "Unknown id",
  408: "The query timed out",
  409: "Conflict, or a stale change set",
  413: "Body too large",
  422: "The query is refused or invalid; `details[0].position` says where",
  429: "Too many requests; see Retry-After",
  500: "A fault of the server",
  501: "Not built",
  503: "The store does not answer",
};

/** OpenAPI 3.1 of the endpoints, from the schemas that parse and type them. */
export function openApi(endpoints: readonly Endpoint[], { version }: { version: string }): Json {
  const schemas: Json = {};
  const { schemas: named } = z.toJSONSchema(z.globalRegistry, { uri: refTo, io: "output", unrepresentable: "any" });
  for (const [id, schema] of Object.entries(named)) schemas[id] = bare(schema);
  const paths: Record<string, Json> = {};
  for (const it of endpoints) paths[it.path] = { ...paths[it.path], [it.method]: operation(it) };
  return {
    openapi: "3.1.1",
    info: {
      title: "Chain Atlas",
      version,
      description: "A knowledge graph of regional industry in which every claim can be traced to the words that state it.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/api/v1" }],
    paths,
    components: { schemas, securitySchemes: { editorToken: { type: "http", scheme: "bearer" } } },
  };
}

const refTo = (id: string): string => `#/components/schemas/${id}`;

function bare(schema: object): Json {
  const { $id, $schema, id, ...rest } = schema as Json;
  return rest;
}

/** A schema with a name is referred to by it, any other one is written out. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const id = io === "output" ? z.globalRegistry.get(schema)?.id : undefined;
  if (id !== undefined) return { $ref: refTo(id) };
  return bare(z.toJSONSchema(schema, { io, unrepresentable: "any" }));
}

function operation(it: Endpoint): Json {
  const faults = [...new Set([400, ...(it.faults ?? []), 429, 500, 503])].sort();
  const content = it.answer === undefined ? { [it.sends ?? "application/json"]: {} } : jsonContent(schemaOf(it.answer, "output"));
  return {
    operationId: `${it.method}${it.path.replace(/[^a-z]+(\w)/gi, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, "")}`,
    summary: it.summary,
    ...(it.writes ? { security: [{ editorToken: [] }] } : {}),
    parameters: [...parameters(it.params, "path"), ...parameters(it.query, "query")],
    ...(it.body === undefined ? {} : { requestBody: { required: true, content: jsonContent(schemaOf(it.body, "input")) } }),
    responses: {
      [it.status ?? 200]: { description: it.summary, content },
      ...Object.fromEntries(faults.map((status) => [status, faultResponse(status)])),
    },
  };
}

const jsonContent = (schema: Json): Json => ({ "application/json": { schema } });

const faultResponse = (status: number): Json => ({
  description: reasons[status] ?? "Error",
  content: jsonContent(schemaOf(apiError, "output")),
});

function parameters(shape: z.ZodObject | undefined, place: "path" | "query"): Json[] {
  if (shape === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(shape, "input") as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, { description, default: _, ...schema }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  }));
}
