import { z } from "zod";

/** What the environment may say, each with its default. The only place where the environment is read into types. */
const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((it) => it <= 65535);
const neo4jUri = z.string().regex(/^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\/\S+$/);
const httpUrl = z.string().regex(/^https?:\/\/\S+$/);
const some = z.string().min(1);

const accepted = {
  PORT: "a port from 0 to 65535 (0 takes a free one)",
  HOST: "a host name or address to listen on",
  DATA_DIR: "a folder for the store",
  DOCUMENTS_DIR: "a folder with the documents' texts",
  NEO4J_URI: "neo4j://, neo4j+s://, neo4j+ssc://, bolt://, bolt+s:// or bolt+ssc:// with a host",
  NEO4J_USER: "a user name",
  NEO4J_PASSWORD: "a password",
  NEO4J_DATABASE: "a database name",
  EDITOR_TOKEN: "one or more characters without blanks",
  LOG_LEVEL: "fatal, error, warn, info, debug, trace or silent",
  LLM_BASE_URL: "an http:// or https:// address",
  LLM_MODEL: "the name of a model",
  LLM_API_KEY: "a key",
} as const;
export type SettingName = keyof typeof accepted;

const settings = z.object({
  PORT: port.default(4680),
  HOST: z
    .string()
    .regex(/^[\w.:[\]-]+$/)
    .default("127.0.0.1"),
  DATA_DIR: some.default(".data"),
  DOCUMENTS_DIR: some.optional(),
  NEO4J_URI: neo4jUri.optional(),
  NEO4J_USER: some.default("neo4j"),
  NEO4J_PASSWORD: some.default(""),
  NEO4J_DATABASE: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9.-]{2,62}$/)
    .optional(),
  EDITOR_TOKEN: z.string().regex(/^\S+$/).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  LLM_BASE_URL: httpUrl.optional(),
  LLM_MODEL: some.optional(),
  LLM_API_KEY: some.optional(),
});

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** Where documents' texts lie, or null: then no text is shown. */
  documentsDir: string | null;
  /** Set when a Neo4j is to be used in place of the embedded store. */
  neo4j: { uri: string; user: string; password: string; database?: string } | null;
  /** Null: nothing can be written over HTTP. */
  editorToken: string | null;
  logLevel: z.infer<typeof settings>["LOG_LEVEL"];
  llm: { baseUrl: string; model: string; apiKey: string | null } | null;
}

const secret = new Set<SettingName>(["NEO4J_PASSWORD", "EDITOR_TOKEN", "LLM_API_KEY"]);

/** One or more settings are wrong; the message has a line for each: its name, what was given, what is accepted. */
export class ConfigInvalid extends Error {
  readonly problems: { name: SettingName; given: string; accepted: string }[];
  constructor(problems: { name: SettingName; given: string; accepted: string }[]) {
    super(problems.map((it) => `${it.name} is ${it.given}; accepted: ${it.accepted}`).join("\n"));
    this.name = "ConfigInvalid";
    this.problems = problems;
  }
}

/** Reads the settings out of an environment; an empty value counts as absent. Throws ConfigInvalid. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const names = Object.keys(accepted) as SettingName[];
  const given = Object.fromEntries(names.map((name) => [name, env[name] === "" ? undefined : env[name]]));
  const parsed = settings.safeParse(given);
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path[0] as SettingName));
  const problems = [...wrong].map((name) => ({
    name,
    given: secret.has(name) ? "(hidden)" : JSON.stringify(given[name]),
    accepted: accepted[name],
  }));
  const beside: [name: SettingName, needs: SettingName][] = [
    ["LLM_MODEL", "LLM_BASE_URL"],
    ["LLM_BASE_URL", "LLM_MODEL"],
    ["NEO4J_PASSWORD", "NEO4J_URI"],
  ];
  for (const [name, needs] of beside) {
    if (given[needs] !== undefined && given[name] === undefined)
      problems.push({ name, given: `missing beside ${needs}`, accepted: accepted[name] });
  }
  if (problems.length > 0 || !parsed.success) throw new ConfigInvalid(problems);
  const it = parsed.data;
  return {
    port: it.PORT,
    host: it.HOST,
    dataDir: it.DATA_DIR,
    documentsDir: it.DOCUMENTS_DIR ?? null,
    neo4j:
      it.NEO4J_URI === undefined
        ? null
        : {
            uri: it.NEO4J_URI,
            user: it.NEO4J_USER,
            password: it.NEO4J_PASSWORD,
            ...(it.NEO4J_DATABASE === undefined ? {} : { database: it.NEO4J_DATABASE }),
          },
    editorToken: it.EDITOR_TOKEN ?? null,
    logLevel: it.LOG_LEVEL,
    llm:
      it.LLM_BASE_URL === undefined || it.LLM_MODEL === undefined
        ? null
        : { baseUrl: it.LLM_BASE_URL, model: it.LLM_MODEL, apiKey: it.LLM_API_KEY ?? null },
  };
}
