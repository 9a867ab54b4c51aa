import { z } from "zod";
import { apiError } from "#graph/model/api-error.ts";
import type { Endpoint } from "./http/endpoint.ts";
import { endings } from "./http/upload.ts";

type Json = Record<string, unknown>;

const reasons: Readonly<Record<number, string>> = {
  400: "Invalid input",
  401: "No token",
  403: "Wrong token, or a read-only server",
  404: "Unknown id",
  408: "The query timed out",
  409: "A conflict: what was changed meanwhile (a change set, a saved view, a note), or an apply under way; the remedy says what to do",
  413: "Body too large",
  415: "A media type that is not read",
  422: "The query is refused or invalid; `details[0].position` says where",
  429: "Too many requests; see Retry-After",
  500: "A fault of the server",
  501: "Not built",
  503: "The store does not answer",
};

/** OpenAPI 3.1 of the endpoints, from the schemas that parse and type them. */
export function openApi(endpoints: readonly Endpoint[], { version }: { version: string }): Json {
  const components = new Components();
  const paths: Record<string, Json> = {};
  for (const it of endpoints) paths[it.path] = { ...paths[it.path], [it.method]: operation(it, components) };
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
    components: { schemas: components.schemas, securitySchemes: { editorToken: { type: "http", scheme: "bearer" } } },
  };
}

/**
 * Schemas that others refer to. One with a name of its own keeps it; what zod only numbers, such as the recursive JSON value,
 * gets the name of where it was met before its number.
 */
class Components {
  readonly schemas: Json = {};

  refer(schema: z.ZodType, { io, place }: { io: "input" | "output"; place: string }): Json {
    const { $schema, $defs = {}, id, ...own } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json & { $defs?: Json };
    const named = (name: string) => (name.startsWith("__") ? `${place}${name.replace("__schema", "Value")}` : name);
    const moved = (it: unknown): Json =>
      JSON.parse(JSON.stringify(it).replace(/"#\/\$defs\/(\w+)"/g, (_, name: string) => `"#/components/schemas/${named(name)}"`));
    for (const [name, definition] of Object.entries($defs)) this.#add(named(name), moved(definition));
    if (typeof id !== "string") return moved(own);
    this.#add(id, moved(own));
    return { $ref: `#/components/schemas/${id}` };
  }

  #add(name: string, { id, ...schema }: Json): void {
    this.schemas[name] ??= schema;
  }
}

function operation(it: Endpoint, components: Components): Json {
  const place = placeOf(it);
  const schemaOf = (schema: z.ZodType, io: "input" | "output") => components.refer(schema, { io, place });
  const faults = [...new Set([400, ...(it.faults ?? []), 429, 500, 503])].sort();
  const content = it.answer === undefined ? { [it.sends ?? "application/json"]: {} } : jsonContent(schemaOf(it.answer, "output"));
  const fault = jsonContent(schemaOf(apiError, "output"));
  return {
    operationId: place,
    summary: it.summary,
    ...(it.writes ? { security: [{ editorToken: [] }] } : {}),
    parameters: [
      ...parameters(it.params, "path", schemaOf),
      ...parameters(it.query, "query", schemaOf),
      ...(it.writes && it.method !== "get" ? [editorHeader] : []),
    ],
    ...(it.body === undefined ? {} : { requestBody: { required: true, content: jsonContent(schemaOf(it.body, "input")) } }),
    ...(it.uploads ? { requestBody: uploadBody } : {}),
    responses: {
      [it.status ?? 200]: { description: it.summary, content },
      ...Object.fromEntries(faults.map((status) => [status, { description: reasons[status], content: fault }])),
    },
  };
}

const editorHeader: Json = {
  name: "X-Editor",
  in: "header",
  required: false,
  description: "Who writes, percent-encoded where it is not ASCII; decisions and revisions carry the name",
  schema: { type: "string" },
};
const binary = { type: "string", format: "binary" };
const uploadBody: Json = {
  required: true,
  description:
    'A dataset as `npm run export -- --format json` writes it, or {"dataset": …, "title"}, or {"document": {"name", "text", "published"}}; or files as a form; or one file as raw bytes.',
  content: {
    ...Object.fromEntries(
      Object.keys(endings).map((type) => [type, { schema: type === "application/json" ? { type: "object" } : binary }]),
    ),
    "multipart/form-data": {
      schema: {
        type: "object",
        properties: {
          files: {
            type: "array",
            items: binary,
            description: "A dataset in one file, its tables, a foreign table with its mapping, or one document",
          },
          mapping: { type: "string", description: "The mapping of a foreign table, where it is not among the files as *.mapping.json" },
          title: { type: "string" },
          published: { type: "string", description: "When the document was published: YYYY, YYYY-MM or YYYY-MM-DD" },
        },
      },
    },
  },
};

const jsonContent = (schema: Json): Json => ({ "application/json": { schema } });

/** `get` and `/entities/{id}/history` → getEntitiesIdHistory */
const placeOf = ({ method, path }: Endpoint): string =>
  `${method}${path.replace(/[^a-z]+([a-z])/gi, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, "")}`;

type SchemaOf = (schema: z.ZodType, io: "input" | "output") => Json;

function parameters(shape: z.ZodObject | undefined, place: "path" | "query", schemaOf: SchemaOf): Json[] {
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
