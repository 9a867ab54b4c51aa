import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type ServerSettings, start, status, stop, wipe } from "./neo4j/kept-server.ts";
import { LocalServerError } from "./neo4j/local-server-error.ts";

const usage = `npm run neo4j -- start [--port N] | stop | status | wipe

A real Neo4j Community on this machine, for development and tests: in Docker if a daemon answers, else in Java (17 or later) with Maven.
  start   starts it and prints its settings as NAME=value lines; prints them again when it runs already
  stop    stops it; its data stay
  status  prints the settings while it runs; exit code 1 when it does not
  wipe    deletes its data, only while it is stopped

  --port N   Bolt port on 127.0.0.1 (else NEO4J_BOLT_PORT, else 7687)
Data and jars are kept in DATA_DIR/neo4j (DATA_DIR: .data unless set).`;

if (existsSync(".env")) process.loadEnvFile(".env");

const say = (line: string) => process.stderr.write(`${line}\n`);

process.exitCode = await run().catch((error: unknown) => {
  if (!(error instanceof LocalServerError)) throw error;
  say(error.message);
  return 3;
});

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: { port: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  const home = join(process.env.DATA_DIR || ".data", "neo4j");
  const [command] = positionals;
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  switch (command) {
    case "start": {
      const port = readPort(values.port ?? process.env.NEO4J_BOLT_PORT);
      if (port === null) {
        say(`The port is a whole number from 1 to 65535, not ${values.port ?? process.env.NEO4J_BOLT_PORT}`);
        return 2;
      }
      print(await start({ home, port, say }));
      return 0;
    }
    case "stop":
      say((await stop(home)) ? "Neo4j stopped" : "Neo4j did not run");
      return 0;
    case "status": {
      const running = await status(home);
      if (running) print(running);
      else say("Neo4j does not run");
      return running ? 0 : 1;
    }
    case "wipe":
      await wipe(home);
      say("Neo4j's data are deleted");
      return 0;
    default:
      say(usage);
      return 2;
  }
}

function readPort(given: string | boolean | undefined): number | null {
  if (given === undefined || given === "") return 7687;
  const port = Number(given);
  return typeof given === "string" && Number.isInteger(port) && port >= 1 && port <= 65_535 ? port : null;
}

function print({ uri, user, password }: ServerSettings): void {
  process.stdout.write(`NEO4J_URI=${uri}\nNEO4J_USER=${user}\nNEO4J_PASSWORD=${password}\n`);
}
